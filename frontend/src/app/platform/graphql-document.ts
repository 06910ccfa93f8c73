/** The text of an operation, which knows the types of its variables and of its answer. */
export type GraphqlDocument<Result, Variables> = string & {
  /** For the compiler alone; no text has it. */
  readonly ofTypes?: (variables: Variables) => Result;
};
