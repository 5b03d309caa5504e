import { useRef, useState } from "preact/hooks";
import { post } from "../api/post.ts";
import { Refusal } from "../api/Refusal.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Failure } from "../parts/Failure.tsx";

interface AnswerFileProps {
  readonly personRef: string;
  readonly request: string;
  readonly isDraft: boolean;
}

/** Fetches the answer as a PDF and saves it. Each time is a disclosure, and on record. */
export function AnswerFile({ personRef, request, isDraft }: AnswerFileProps) {
  const say = useSay();
  const { session, statement } = useDesk();
  const [waiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const busy = useRef(false);
  const save = async () => {
    if (session === null || busy.current) return;
    busy.current = true;
    setWaiting(true);
    setRefusal(null);
    try {
      const response = await post({ session, statement }, "/auskunft.pdf", JSON.stringify({ personRef, request }));
      if (!response.ok) throw await refusalOf(response);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await response.blob());
      link.download = "auskunft.pdf";
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      setRefusal(error instanceof Refusal ? error : new Refusal(0, "OFFLINE", ""));
    } finally {
      busy.current = false;
      setWaiting(false);
    }
  };
  return (
    <div class="actions">
      <Action kind="secondary" disabled={waiting} onClick={() => void save()}>
        {isDraft ? say("Entwurf als PDF", "Draft as PDF") : say("Auskunft als PDF", "Answer as PDF")}
      </Action>
      {refusal !== null && <Failure refusal={refusal} retry={() => void save()} />}
    </div>
  );
}

async function refusalOf(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => ({}))) as {
    readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  };
  const [first] = body.errors ?? [];
  return new Refusal(response.status, first?.extensions?.code ?? "INTERNAL", first?.message ?? "");
}
