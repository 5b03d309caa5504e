/** The server refused, or could not be reached: its code and its sentence, which names no person. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** Whether signing in anew is the remedy. */
  get sessionEnded(): boolean {
    return this.status === 401;
  }
}
