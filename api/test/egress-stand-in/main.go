// A stand-in for LiveKit Egress. It takes part in the protocol between LiveKit and Egress as the real one
// does, and records nothing: what it is asked goes out on its standard output, and how it is to behave
// and what has become of its work comes in on its standard input, each as one line of JSON.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/livekit/protocol/egress"
	"github.com/livekit/protocol/livekit"
	"github.com/livekit/protocol/rpc"
	"github.com/livekit/psrpc"
	"github.com/redis/go-redis/v9"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
)

// What is said of each request, and in answer to each command.
type said struct {
	Event    string          `json:"event"`
	EgressID string          `json:"egressId,omitempty"`
	Request  json.RawMessage `json:"request,omitempty"`
	Problem  string          `json:"problem,omitempty"`
}

// How to behave from now on, or what has become of one work.
type command struct {
	Manner   string          `json:"manner"`
	EgressID string          `json:"egressId"`
	Info     json.RawMessage `json:"info"`
}

type standIn struct {
	rpc.UnimplementedEgressInternalServer
	rpc.UnimplementedEgressHandlerServer

	bus psrpc.MessageBus
	io  rpc.IOInfoClient

	lock   sync.Mutex
	manner string
	works  map[string]*livekit.EgressInfo
}

func (s *standIn) behaves(manner string) bool {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.manner == manner
}

func (s *standIn) StartEgressAffinity(context.Context, *rpc.StartEgressRequest) float32 {
	if s.behaves("full") {
		return -1
	}
	return 1
}

func (s *standIn) StartEgress(ctx context.Context, req *rpc.StartEgressRequest) (*livekit.EgressInfo, error) {
	say(said{Event: "start", EgressID: req.EgressId, Request: asJSON(req)})
	if s.behaves("refuses") {
		return nil, psrpc.NewErrorf(psrpc.InvalidArgument, "request has missing or invalid field: output")
	}
	if s.behaves("silent") {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	info := &livekit.EgressInfo{
		EgressId:  req.EgressId,
		RoomId:    req.RoomId,
		Status:    livekit.EgressStatus_EGRESS_STARTING,
		UpdatedAt: time.Now().UnixNano(),
	}
	if composite := req.GetRoomComposite(); composite != nil {
		told := proto.Clone(composite).(*livekit.RoomCompositeEgressRequest)
		egress.RedactEncodedOutputs(told)
		info.RoomName = told.RoomName
		info.Request = &livekit.EgressInfo_RoomComposite{RoomComposite: told}
	}
	if err := s.listenForStop(req.EgressId); err != nil {
		return nil, err
	}
	s.lock.Lock()
	s.works[req.EgressId] = info
	s.lock.Unlock()
	if _, err := s.io.CreateEgress(ctx, info); err != nil {
		return nil, err
	}
	return info, nil
}

func (s *standIn) listenForStop(egressID string) error {
	handler, err := rpc.NewEgressHandlerServer(s, s.bus)
	if err != nil {
		return err
	}
	return handler.RegisterStopEgressTopic(egressID)
}

func (s *standIn) StopEgress(ctx context.Context, req *livekit.StopEgressRequest) (*livekit.EgressInfo, error) {
	say(said{Event: "stop", EgressID: req.EgressId})
	if s.behaves("silent") {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return s.update(ctx, req.EgressId, []byte(`{"status":"EGRESS_ENDING"}`))
}

// Takes over what is told of the work, and tells LiveKit.
func (s *standIn) update(ctx context.Context, egressID string, told []byte) (*livekit.EgressInfo, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	info, ok := s.works[egressID]
	if !ok {
		return nil, fmt.Errorf("there is no work %s", egressID)
	}
	change := &livekit.EgressInfo{}
	if err := protojson.Unmarshal(told, change); err != nil {
		return nil, err
	}
	proto.Merge(info, change)
	info.UpdatedAt = time.Now().UnixNano()
	_, err := s.io.UpdateEgress(ctx, info)
	return info, err
}

func (s *standIn) obey(line []byte) error {
	var wish command
	if err := json.Unmarshal(line, &wish); err != nil {
		return err
	}
	if wish.EgressID != "" {
		_, err := s.update(context.Background(), wish.EgressID, wish.Info)
		return err
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	s.manner = wish.Manner
	return nil
}

var output sync.Mutex

func say(word said) {
	output.Lock()
	defer output.Unlock()
	line, err := json.Marshal(word)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(line))
}

func asJSON(message proto.Message) json.RawMessage {
	text, err := protojson.Marshal(message)
	if err != nil {
		panic(err)
	}
	return text
}

func run(address string) error {
	bus := psrpc.NewRedisMessageBus(redis.NewClient(&redis.Options{Addr: address}))
	io, err := rpc.NewIOInfoClient(bus)
	if err != nil {
		return err
	}
	s := &standIn{bus: bus, io: io, manner: "works", works: map[string]*livekit.EgressInfo{}}
	server, err := rpc.NewEgressInternalServer(s, bus)
	if err != nil {
		return err
	}
	if err := server.RegisterStartEgressTopic(""); err != nil {
		return err
	}
	say(said{Event: "ready"})
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		done := said{Event: "done"}
		if err := s.obey(lines.Bytes()); err != nil {
			done.Problem = err.Error()
		}
		say(done)
	}
	return lines.Err()
}

// Runs until its standard input ends. Its one argument is the address of Redis.
func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
