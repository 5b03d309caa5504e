import type {
  SubjectRequestKind,
  SubjectRequestState,
  SubjectRequestStep,
} from "../../operations/abh-rights-clerk/requests.ts";

type Steps = Readonly<Partial<Record<SubjectRequestState, readonly SubjectRequestStep[]>>>;

const access: Steps = {
  RECEIVED: ["CHECK_IDENTITY", "REFUSE"],
  IDENTITY_CHECKED: ["DRAFT", "REFUSE"],
  DRAFTED: ["CHECK_DEFERRAL", "RETURN", "REFUSE"],
  DEFERRAL_CHECKED: ["SIGN", "RETURN", "REFUSE"],
  SIGNED: ["SEND"],
};

const change: Steps = {
  RECEIVED: ["CHECK_IDENTITY", "REFUSE"],
  IDENTITY_CHECKED: ["FORWARD", "REFUSE"],
  FORWARDED: ["COMPLETE", "REFUSE"],
};

/** The steps that can follow, for the page to offer; the server decides. A test holds them against its machine. */
export function stepsFrom(kind: SubjectRequestKind, state: SubjectRequestState): readonly SubjectRequestStep[] {
  return (kind === "ACCESS" ? access : change)[state] ?? [];
}
