/** The proposed time that suits. */
export type AcceptRescheduleInput = {
  /** The proposal that is answered. */
  readonly proposalId: string;
  /** Identifier of the session. */
  readonly sessionId: string;
  /** Start of the time that is chosen. */
  readonly startsAt: string;
};

/** A topic to put into the plan of a session. */
export type AddTopicInput = {
  /** Behind which topic; null: first in the plan; left out: last. */
  readonly afterId?: string | null | undefined;
  /** Identifier of the session. */
  readonly sessionId: string;
  /** What it is about; one line of 1 to 200 characters. */
  readonly title: string;
  /** A UUID made by the client. Sent again, the topic is there once. */
  readonly topicId: string;
};

/** The session to finish early. */
export type AgreeToFinishInput = {
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** What is looked for among all sessions. */
export type AllSessionsFilter = {
  /** Only those that ended so. */
  readonly outcome?: SessionOutcome | null | undefined;
  /** Words, or their beginnings, of titles, courses, names and addresses; each must be found. */
  readonly search?: string;
  /** Only those that stand so. */
  readonly status?: SessionStatus | null | undefined;
};

/** What to write on a topic. */
export type AnnotateInput = {
  /** A UUID made by the client. Sent again, it gives the annotation kept before. */
  readonly annotationId: string;
  /** Whether only the mentor sees it. */
  readonly isPrivate: boolean;
  /** What it is for. */
  readonly kind: AnnotationKind;
  /** Identifier of the session. */
  readonly sessionId: string;
  /** Plain text, 1 to 4,000 characters. */
  readonly text: string;
  /** On which topic; left out: the current one. */
  readonly topicId?: string | null | undefined;
  /** When it was written, where it could not be sent at once. */
  readonly writtenAt?: string | null | undefined;
};

/** What an annotation is for. */
export type AnnotationKind =
  /** Something to do until next time. */
  | 'HOMEWORK'
  /** Something worth remembering. */
  | 'INSIGHT'
  /** Something to come back to. */
  | 'QUESTION';

/** A browser that is about to record. */
export type BeginRecordingPartInput = {
  /** What it will send, such as `video/webm;codecs=vp8,opus`. */
  readonly mediaType: string;
  /** Identifier of the part, made by the page, so that asking again begins it once. Without it each call begins another one. */
  readonly partId?: string | null | undefined;
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** A free slot to take; the viewer is the learner. */
export type BookSessionInput = {
  /** The course that the session belongs to. */
  readonly courseId: string;
  /** The person who teaches. */
  readonly mentorId: string;
  /** A new UUID for the session. Asking again with the same one books nothing more. */
  readonly sessionId?: string | null | undefined;
  /** Start of the slot. */
  readonly startsAt: string;
  /** Name of the session, up to 200 characters; that of the course where it is empty. */
  readonly title?: string | null | undefined;
  /** The plan, in order. */
  readonly topics?: ReadonlyArray<string>;
};

/** The session to cancel, and why. */
export type CancelSessionInput = {
  /** What the other person is told; 1 to 500 characters. */
  readonly reason: string;
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** What the viewer says of a transcript or a recording. */
export type ChangeConsentInput = {
  /** What the viewer wants. */
  readonly act: ConsentAct;
  /** What it is about. */
  readonly kind: ConsentKind;
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** What became of a browser’s media connection. */
export type ConnectionState =
  /** It works again. */
  | 'BACK'
  /** It broke. */
  | 'LOST';

/** What a person wants of it. A no counts whenever it comes. */
export type ConsentAct =
  /** Yes, to what is asked. */
  | 'AGREE'
  /** No. */
  | 'DECLINE'
  /** Go off the record, or stay off it when asked to go on. */
  | 'PAUSE'
  /** Ask for it, and agree to it; where the other has asked, agree. */
  | 'REQUEST'
  /** Go on. Whoever did not go off the record asks the other by that. */
  | 'RESUME'
  /** Agree no longer; both are to be asked anew. */
  | 'WITHDRAW';

/** What is done with what the two say and show only if both want it. */
export type ConsentKind =
  /** Picture and sound are kept. */
  | 'RECORDING'
  /** What is said is written down. */
  | 'TRANSCRIPT';

/** Whether a course has it at all, and who asks for it. Without both persons’ consent it never runs. */
export type ConsentPolicy =
  /** Both are asked when they are in the room. */
  | 'ALWAYS_ASK'
  /** Nobody can ask for it. */
  | 'OFF'
  /** Either of the two may ask the other. */
  | 'ON_REQUEST';

/** How things stand with what runs only if both want it. */
export type ConsentStatus =
  /** Somebody’s answer is awaited; nothing runs. */
  | 'ASKED'
  /** One of them did not agree; nothing runs. */
  | 'DECLINED'
  /** Nobody has asked for it. */
  | 'NOT_ASKED'
  /** The course has it off, or it cannot be done here. */
  | 'OFF'
  /** Both agreed, and are off the record; nothing runs. */
  | 'PAUSED'
  /** Both agreed, so it may run. */
  | 'RUNNING'
  /** One of them withdrew what they agreed to; nothing runs. */
  | 'WITHDRAWN';

/** Something to read or do for a course, elsewhere. */
export type CourseLinkInput = {
  /** What it is called, 1 to 200 characters. */
  readonly title: string;
  /** Its address, which begins with `https://`. */
  readonly url: string;
};

/** What a mentor offers on one date in place of the hours of its weekday. */
export type DayExceptionInput = {
  /** The date, such as `2026-12-24`, given once. */
  readonly date: string;
  /** Its hours; empty for a day off. */
  readonly hours: ReadonlyArray<TimeRangeInput>;
};

/** A day, as whoever asks sees it. */
export type DayInput = {
  /** When it begins. */
  readonly from: string;
  /** When the next one begins. */
  readonly to: string;
};

/** The proposal of which no time suits. */
export type DeclineRescheduleInput = {
  /** The proposal that is answered. */
  readonly proposalId: string;
  /** What the other person is told; up to 500 characters. */
  readonly reason?: string;
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** What trying a device has shown. */
export type DeviceResult =
  /** It works. */
  | 'OK'
  /** It does not work. */
  | 'PROBLEM'
  /** The person goes without it, or did not try it. */
  | 'SKIPPED';

/** Something to draw on the whiteboard. */
export type DrawOnWhiteboardInput = {
  /** Identifier of the session. */
  readonly sessionId: string;
  /** A Yjs update (version 1) in Base64; at most 64 KiB before it is written so. */
  readonly update: string;
  /** A UUID made by the sender. Sending it again gives what was kept before. */
  readonly updateId: string;
};

/** What to change of an annotation; what is left out stays. */
export type EditAnnotationInput = {
  /** Identifier of the annotation. */
  readonly annotationId: string;
  /** Whether only the mentor sees it. */
  readonly isPrivate?: boolean | null | undefined;
  /** What it is for. */
  readonly kind?: AnnotationKind | null | undefined;
  /** The revision that was seen. */
  readonly revision: number;
  /** Identifier of the session. */
  readonly sessionId: string;
  /** Plain text, 1 to 4,000 characters. */
  readonly text?: string | null | undefined;
};

/** Why a session ended. */
export type EndReason =
  /** Both agreed to finish early. */
  | 'AGREED'
  /** Both were away for longer than the rejoin window. */
  | 'BOTH_GONE'
  /** It was cancelled. */
  | 'CANCELLED'
  /** The mentor ended it. */
  | 'ENDED_BY_MENTOR'
  /** Both came, but never at the same time. */
  | 'NEVER_MET'
  /** Somebody did not come. */
  | 'NO_SHOW'
  /** No time was left. */
  | 'TIME_UP';

/** The session to end. */
export type EndSessionInput = {
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** A browser that has stopped recording. */
export type FinishRecordingPartInput = {
  /** How many pieces there are of it in all. */
  readonly chunks: number;
  /** Identifier of the part. */
  readonly partId: string;
};

/** What the viewer thought of a session. */
export type GiveFeedbackInput = {
  /** In words; up to 2,000 characters. */
  readonly comment?: string;
  /** Stars, 1 to 5. */
  readonly rating: number;
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** What failed for a person. */
export type IssueKind =
  /** Nothing gets through by the usual servers, so others are tried. */
  | 'BACKUP_SERVER'
  /** The line is too slow for the picture. */
  | 'BANDWIDTH'
  /** A camera, a microphone or a loudspeaker does not work. */
  | 'DEVICE'
  /** The person wanted to join and did not get in. */
  | 'JOIN'
  /** The connection for picture and sound broke in mid-call. */
  | 'MEDIA_CONNECTION'
  /** The connection stands, and no picture or sound comes. */
  | 'NO_MEDIA'
  /** The connection for everything else broke. */
  | 'SOCKET';

/** Which page enters which session. */
export type JoinSessionInput = {
  /** A UUID that names the page, so that two tabs are two connections of one person. */
  readonly connectionId: string;
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** Why a connection left the room. */
export type LeaveReason =
  /** The connection broke. */
  | 'CONNECTION_FAILED'
  /** The person pressed leave. */
  | 'LEFT_BY_CHOICE'
  /** The media server stopped or could not be reached. */
  | 'MEDIA_SERVER_DOWN'
  /** The page was closed or reloaded. */
  | 'PAGE_CLOSED'
  /** The person was put out of the room. */
  | 'REMOVED'
  /** The session ended. */
  | 'SESSION_OVER'
  /** Not known. */
  | 'UNKNOWN';

/** Which page leaves which session, and why. */
export type LeaveSessionInput = {
  /** The page, as named when it joined. */
  readonly connectionId: string;
  /** Why it leaves. */
  readonly reason: LeaveReason;
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** Which notices were read: those named, or all. */
export type MarkNoticesReadInput = {
  /** Every notice of the viewer. */
  readonly all?: boolean;
  /** Identifiers, 100 at the most. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
};

/** A topic to give another place. */
export type MoveTopicInput = {
  /** Behind which topic; null: first in the plan. */
  readonly afterId?: string | null | undefined;
  /** Identifier of the session. */
  readonly sessionId: string;
  /** Identifier of the topic. */
  readonly topicId: string;
};

/** A way on which notices reach a person. */
export type NoticeChannel =
  /** By e-mail. */
  | 'EMAIL'
  /** In the list that the pages of PeerLearn show. */
  | 'IN_APP'
  /** By the system of the person’s devices. */
  | 'PUSH';

/** Which deliveries of notices to list. */
export type NoticeDeliveryFilter =
  /** Those that are to go out, the soonest first. */
  | 'DUE'
  /** Those that were given up. */
  | 'FAILED'
  /** Those that went out, or still wait, more than a minute late. */
  | 'LATE'
  /** Those that have gone out, the latest first. */
  | 'SENT';

/** What a person is told: that a session is to come, or what happened to its plan. */
export type NoticeKind =
  /** The recording of a session can be watched. */
  | 'RECORDING_READY'
  /** The person dropped out of a session and may come back; told on devices alone. */
  | 'REJOIN'
  /** A session starts in a day. */
  | 'REMINDER_DAY'
  /** A session starts in an hour. */
  | 'REMINDER_HOUR'
  /** A session starts in a quarter of an hour. */
  | 'REMINDER_QUARTER'
  /** The other person would not like to move it. */
  | 'RESCHEDULE_DECLINED'
  /** The other person would like to move a session. */
  | 'RESCHEDULE_PROPOSED'
  /** A session was cancelled. */
  | 'SESSION_CANCELLED'
  /** A session was moved. */
  | 'SESSION_RESCHEDULED'
  /** A session was planned. */
  | 'SESSION_SCHEDULED'
  /** A session is starting. */
  | 'STARTING';

/** Where a person is, as far as a session is concerned. */
export type Presence =
  /** Not here. */
  | 'ABSENT'
  /** Has the session’s page open, and is not in the room. */
  | 'ATTENDING'
  /** Was in the room, dropped out, and may be back within the rejoin window. */
  | 'AWAY'
  /** In the room. */
  | 'IN_ROOM'
  /** Dropped out of the room, and has opened the page again since. */
  | 'REJOINING';

/** Other times for a session. */
export type ProposeRescheduleInput = {
  /** What the other person is told; up to 500 characters. */
  readonly note?: string;
  /** Identifier of the session. */
  readonly sessionId: string;
  /** 1 to 5 times, each with a start of its own. */
  readonly times: ReadonlyArray<ProposedTimeInput>;
};

/** A time at which the session might be instead. */
export type ProposedTimeInput = {
  /** End, 5 minutes to 8 hours later. */
  readonly endsAt: string;
  /** Start, still to come. */
  readonly startsAt: string;
};

/** Where one part of a recording stands. */
export type RecordingPartStatus =
  | 'FAILED'
  | 'PROCESSING'
  | 'READY'
  | 'RECORDING'
  | 'REQUESTED'
  | 'STARTING';

/** Where the recording of a session stands. */
export type RecordingStatus =
  /** There is nothing of it. */
  | 'FAILED'
  /** The two are off the record. */
  | 'PAUSED'
  /** Nothing is recorded any more, and its files are made. */
  | 'PROCESSING'
  /** It can be watched. */
  | 'READY'
  /** It runs. */
  | 'RECORDING'
  /** Both want it, and nothing records yet. */
  | 'REQUESTED'
  /** It is about to begin. */
  | 'STARTING';

/** Who records a session. */
export type RecordingWay =
  /** The mentor’s browser. */
  | 'BROWSER'
  /** A recorder beside the media server. */
  | 'EGRESS';

/** How long before a session a reminder goes out. */
export type ReminderLead =
  /** 24 hours before. */
  | 'DAY'
  /** 1 hour before. */
  | 'HOUR'
  /** 15 minutes before. */
  | 'QUARTER'
  /** 1 minute before: "Your session is starting! Please join now." */
  | 'START';

/** On which ways one of the reminders is to come. */
export type ReminderPreferenceInput = {
  /** The ways, of which each counts once. */
  readonly channels: ReadonlyArray<NoticeChannel>;
  /** Which of the reminders. */
  readonly lead: ReminderLead;
};

/** A link to take back. */
export type RemoveLinkInput = {
  /** Identifier of the link. */
  readonly linkId: string;
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** A device to forget: by its identifier, or by its endpoint. */
export type RemovePushSubscriptionInput = {
  /** Where messages for it were taken. */
  readonly endpoint?: string | null | undefined;
  /** Identifier of the device. */
  readonly id?: string | null | undefined;
};

/** A topic to name anew. */
export type RenameTopicInput = {
  /** Identifier of the session. */
  readonly sessionId: string;
  /** What it is about; one line of 1 to 200 characters. */
  readonly title: string;
  /** Identifier of the topic. */
  readonly topicId: string;
};

/** What became of the media connection of one’s own page. */
export type ReportConnectionInput = {
  /** When, by the server’s time as the client knows it. */
  readonly at: string;
  /** The page, as named when it joined. */
  readonly connectionId: string;
  /** Identifier of the session. */
  readonly sessionId: string;
  /** The media server’s name of the connection. */
  readonly sid: string;
  /** Since when nothing came over the connection, up to `at`, where the client knows: that time does not count for the viewer. At most the last minute is believed. */
  readonly silentSince?: string | null | undefined;
  /** Whether it broke or works again. */
  readonly state: ConnectionState;
};

/** How long the viewer waited for the picture of the other. */
export type ReportFirstPictureInput = {
  /** Identifier of the session. */
  readonly sessionId: string;
  /** Milliseconds from the press of Join to the first picture, up to ten minutes. */
  readonly waitedMs: number;
};

/** Something that failed for the viewer, or that works again. */
export type ReportIssueInput = {
  /** A code that says more, such as `CAMERA_IN_USE`: up to 40 of `A`–`Z`, `0`–`9`, `_`. */
  readonly detail?: string | null | undefined;
  /** Once it works again: how long it lasted, in milliseconds, up to a day. */
  readonly durationMs?: number | null | undefined;
  /** A UUID made by the viewer’s device; the same for the failure and its end. */
  readonly issueId: string;
  /** What failed. */
  readonly kind: IssueKind;
  /** Identifier of the session. */
  readonly sessionId: string;
  /** Since when, by the server’s time as the client knows it. */
  readonly startedAt: string;
};

/** What the viewer found when they tried their devices for a session. */
export type ReportReadinessInput = {
  /** The camera. */
  readonly camera: DeviceResult;
  /** The microphone. */
  readonly microphone: DeviceResult;
  /** The way to the media server. */
  readonly network: DeviceResult;
  /** Identifier of the session. */
  readonly sessionId: string;
  /** The loudspeaker or the headphones. */
  readonly speaker: DeviceResult;
};

/** A delivery that was given up. */
export type RetryNoticeDeliveryInput = {
  /** On which way. */
  readonly channel: NoticeChannel;
  /** Identifier of the notice. */
  readonly noticeId: string;
};

/** What somebody is in PeerLearn, or in one session. */
export type Role =
  /** Runs this PeerLearn. */
  | 'ADMIN'
  /** Learns. */
  | 'LEARNER'
  /** Teaches, and schedules sessions. */
  | 'MENTOR';

/** A course as it is to be. */
export type SaveCourseInput = {
  /** What it is about; up to 5000 characters. */
  readonly description: string;
  /** The course to change; null for a new one. */
  readonly id?: string | null | undefined;
  /** Whether the chats of its sessions are kept after them. Null leaves that as it is, and keeps them in a new course. */
  readonly keepsChat?: boolean | null | undefined;
  /** Whether the transcript of its sessions stays when they have ended; null: as before, and yes for a new course. */
  readonly keepsTranscript?: boolean | null | undefined;
  /** Its content, in order; up to 50. */
  readonly links: ReadonlyArray<CourseLinkInput>;
  /** Who asks whether a session is to be recorded; null: as before, and `ON_REQUEST` for a new course. */
  readonly recordingConsent?: ConsentPolicy | null | undefined;
  /** Name of the course, 1 to 200 characters. */
  readonly title: string;
  /** Who asks whether what is said is to be written down; null: as before, and `ALWAYS_ASK` for a new course. */
  readonly transcriptConsent?: ConsentPolicy | null | undefined;
};

/** One’s own notes on a session. */
export type SaveNotesInput = {
  /** The revision that the text was written upon; 0 where there was none. */
  readonly revision: number;
  /** Identifier of the session. */
  readonly sessionId: string;
  /** All of the notes, up to 50,000 characters. */
  readonly text: string;
};

/** A subscription as the browser gives it (`PushSubscription`). */
export type SavePushSubscriptionInput = {
  /** The secret that it shares with us, in base64url. */
  readonly auth: string;
  /** Where its push service takes messages for it. */
  readonly endpoint: string;
  /** What it calls itself. */
  readonly name?: string;
  /** Its public key, in base64url. */
  readonly p256dh: string;
  /** Endpoint of the viewer’s subscription that this one takes the place of. */
  readonly replaces?: string | null | undefined;
};

/** A session to plan; the viewer is its mentor. */
export type ScheduleSessionInput = {
  /** The course that it belongs to. */
  readonly courseId: string;
  /** Scheduled end, 5 minutes to 8 hours later. */
  readonly endsAt: string;
  /** The person who learns. */
  readonly learnerId: string;
  /** Scheduled start. */
  readonly startsAt: string;
  /** Name of the session, 1 to 200 characters. */
  readonly title: string;
  /** The plan, in order. */
  readonly topics?: ReadonlyArray<string>;
};

/** A line to write in the chat. */
export type SendMessageInput = {
  /** Files that the sender has uploaded with `POST /files?session=…&name=…` in this session, up to 10. Each goes with one line. */
  readonly fileIds?: ReadonlyArray<string>;
  /** A UUID made by the sender. Sending it again gives the line that was kept before. */
  readonly messageId: string;
  /** Identifier of the session. */
  readonly sessionId: string;
  /** What to write; up to 4,000 characters, and at least one where no file goes with it. */
  readonly text: string;
};

/** What happened, in the log of a session. */
export type SessionEventType =
  /** The mentor wrote an annotation. */
  | 'ANNOTATION_ADDED'
  /** The mentor changed an annotation. */
  | 'ANNOTATION_EDITED'
  /** The mentor withdrew an annotation. */
  | 'ANNOTATION_WITHDRAWN'
  /** A connection of the person entered the room. */
  | 'CONNECTION_JOINED'
  /** A connection of the person left the room. */
  | 'CONNECTION_LEFT'
  /** A connection of the person was found missing. */
  | 'CONNECTION_LOST'
  /** A connection that was taken for lost is there after all. */
  | 'CONNECTION_SEEN'
  /** Nothing came over a connection of the person for a while, until then. */
  | 'CONNECTION_SILENT'
  /** The person asked for a transcript or a recording, and agrees to it. */
  | 'CONSENT_ASKED'
  /** The person did not agree to a transcript or a recording. */
  | 'CONSENT_DECLINED'
  /** The person agreed to a transcript or a recording. */
  | 'CONSENT_GIVEN'
  /** The person went off the record. */
  | 'CONSENT_PAUSED'
  /** The person wants to go on after they, or the other, went off the record. */
  | 'CONSENT_RESUMED'
  /** The person withdrew what they had agreed to. */
  | 'CONSENT_WITHDRAWN'
  /** The person rated the session. */
  | 'FEEDBACK_GIVEN'
  /** The person agrees to finish early. */
  | 'FINISH_AGREED'
  /** The person no longer asks to finish early. */
  | 'FINISH_WITHDRAWN'
  /** The person lowered their hand. */
  | 'HAND_LOWERED'
  /** The person raised their hand. */
  | 'HAND_RAISED'
  /** The person wrote in the chat. */
  | 'MESSAGE_SENT'
  /** One waits, and the other has not come in time. */
  | 'NO_SHOW_NOTICED'
  /** The person tried their devices for the session. */
  | 'READINESS_REPORTED'
  /** A part of the recording ended. */
  | 'RECORDING_ENDED'
  /** A part of the recording failed. */
  | 'RECORDING_FAILED'
  /** The recording can be watched. */
  | 'RECORDING_READY'
  /** A part of the recording began. */
  | 'RECORDING_STARTED'
  /** The person declines the proposal of the other. */
  | 'RESCHEDULE_DECLINED'
  /** The person proposes other times. It takes the place of a proposal that was open. */
  | 'RESCHEDULE_PROPOSED'
  /** The person takes their own proposal back. */
  | 'RESCHEDULE_WITHDRAWN'
  /** The mentor took a link back. */
  | 'RESOURCE_REMOVED'
  /** The mentor shared a link. */
  | 'RESOURCE_SHARED'
  /** It was cancelled; `SESSION_ENDED` follows. */
  | 'SESSION_CANCELLED'
  /** The session is over. */
  | 'SESSION_ENDED'
  /** One is away; the clock stands. */
  | 'SESSION_PAUSED'
  /** Its times changed. */
  | 'SESSION_RESCHEDULED'
  /** Both are back; the clock runs again. */
  | 'SESSION_RESUMED'
  /** The session was planned. */
  | 'SESSION_SCHEDULED'
  /** Both are in the room for the first time; the clock runs. */
  | 'SESSION_STARTED'
  /** The first person is in the room. */
  | 'SESSION_WAITING'
  /** Something failed for the person. */
  | 'TECH_ISSUE'
  /** What failed for the person works again. */
  | 'TECH_ISSUE_OVER'
  /** Little time is left. */
  | 'TIME_LEFT_ANNOUNCED'
  /** The mentor added a topic. */
  | 'TOPIC_ADDED'
  /** The mentor marked a topic as done. */
  | 'TOPIC_DONE'
  /** The mentor gave a topic another place. */
  | 'TOPIC_MOVED'
  /** The mentor took a topic out of the plan. */
  | 'TOPIC_REMOVED'
  /** The mentor renamed a topic. */
  | 'TOPIC_RENAMED'
  /** The mentor took the mark of a topic back. */
  | 'TOPIC_REOPENED'
  /** A topic became the current one. */
  | 'TOPIC_STARTED';

/** Which of the viewer’s sessions to list. */
export type SessionFilter =
  /** Those that have ended, the latest first. */
  | 'PAST'
  /** Those that have not ended, the earliest first. */
  | 'UPCOMING';

/** How an ended session counts. */
export type SessionOutcome =
  /** It was cancelled. */
  | 'CANCELLED'
  /** Enough time was spent together, or both agreed to finish early. */
  | 'COMPLETED'
  /** It ended before enough time was spent together. */
  | 'INCOMPLETE'
  /** Somebody did not come. */
  | 'NO_SHOW';

/** Where a session stands at an instant, for one viewer. */
export type SessionPhase =
  /** The session was cancelled. */
  | 'CANCELLED'
  /** The join window is not open yet. */
  | 'EARLY'
  /** The session is over. */
  | 'ENDED'
  /** Both are in the room. */
  | 'IN_PROGRESS'
  /** The viewer may enter. */
  | 'JOINABLE'
  /** Somebody did not come in time. */
  | 'NO_SHOW'
  /** They have met and one of them is away. */
  | 'PAUSED'
  /** The viewer is in the room and waits for the other. */
  | 'WAITING';

/** The stored status of a session, the same for everybody. */
export type SessionStatus =
  /** Both are in the room and the clock runs. */
  | 'ACTIVE'
  /** The session is over, for whatever reason. */
  | 'ENDED'
  /** They have met, one of them is away and the clock stands. */
  | 'PAUSED'
  /** Nobody has come yet. */
  | 'SCHEDULED'
  /** One of the two is in the room, or was; they have not met yet. */
  | 'WAITING';

/** When the viewer’s time can be booked; in place of what was before. */
export type SetAvailabilityInput = {
  /** The courses for which sessions can be booked; up to 100. */
  readonly courseIds: ReadonlyArray<string>;
  /** What differs from the week; up to 400 dates. */
  readonly exceptions: ReadonlyArray<DayExceptionInput>;
  /** How many days ahead it is booked at the earliest, 1 to 365. */
  readonly horizonDays: number;
  /** How many minutes ahead it is booked at the latest, to 43200. */
  readonly noticeMinutes: number;
  /** How many minutes a session takes, 15 to 480. */
  readonly sessionMinutes: number;
  /** IANA name of the time zone, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** The hours of each week. */
  readonly weekly: ReadonlyArray<WeeklyHoursInput>;
};

/** A hand to raise or to lower. */
export type SetHandInput = {
  /** Whether it is up from now on. */
  readonly isRaised: boolean;
  /** Whose hand; the viewer’s own by default. The mentor may lower the learner’s. */
  readonly personId?: string | null | undefined;
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** A link to share with the learner. */
export type ShareLinkInput = {
  /** A UUID made by the mentor’s device. Sharing it again gives the link kept before. */
  readonly linkId: string;
  /** Identifier of the session. */
  readonly sessionId: string;
  /** What it is called; 1 to 200 characters. */
  readonly title: string;
  /** An address that begins with `https://`. */
  readonly url: string;
};

/** A part of a day, by local time. */
export type TimeRangeInput = {
  /** Start, such as `09:00`. */
  readonly from: string;
  /** End, such as `17:30`; `24:00` is the end of the day. */
  readonly to: string;
};

/** A topic of a session. */
export type TopicInput = {
  /** Identifier of the session. */
  readonly sessionId: string;
  /** Identifier of the topic. */
  readonly topicId: string;
};

/** How a topic of the plan stands. */
export type TopicState =
  /** It is talked about; of an ended session, the one at which it ended. */
  | 'CURRENT'
  /** The mentor marked it as done. */
  | 'DONE'
  /** It is to come, or was left for another one. */
  | 'PLANNED';

/** Whether what is said is being written down. */
export type TranscriptState =
  /** It is, and comes later than usual. */
  | 'DELAYED'
  /** It is not. */
  | 'OFF'
  /** It is. */
  | 'RUNNING';

/** What is to change; what is not named, or null, stays as it is. */
export type UpdatePreferencesInput = {
  /** Entering without a press. */
  readonly autoJoin?: boolean | null | undefined;
  /** Chime 5 minutes before a session. */
  readonly chimeFiveMinutes?: boolean | null | undefined;
  /** Chime 1 minute before. */
  readonly chimeOneMinute?: boolean | null | undefined;
  /** Chime 10 seconds before. */
  readonly chimeTenSeconds?: boolean | null | undefined;
  /** Reminders that are to change, each once; the others stay. */
  readonly reminders?: ReadonlyArray<ReminderPreferenceInput> | null | undefined;
  /** IANA name of a time zone. */
  readonly timeZone?: string | null | undefined;
  /** Spoken notices. */
  readonly voice?: boolean | null | undefined;
  /** Volume, 0 to 100. */
  readonly volume?: number | null | undefined;
};

/** A day of the week. */
export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

/** What a mentor offers on a day of every week. */
export type WeeklyHoursInput = {
  /** Its hours; up to 12 that do not overlap. */
  readonly hours: ReadonlyArray<TimeRangeInput>;
  /** The day, given once. */
  readonly weekday: Weekday;
};

/** The annotation to take back. */
export type WithdrawAnnotationInput = {
  /** Identifier of the annotation. */
  readonly annotationId: string;
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** The session that is not to finish early. */
export type WithdrawFinishInput = {
  /** Identifier of the session. */
  readonly sessionId: string;
};

/** The proposal to take back. */
export type WithdrawRescheduleInput = {
  /** The proposal. */
  readonly proposalId: string;
  /** Identifier of the session. */
  readonly sessionId: string;
};
