import { useState } from "preact/hooks";
import type { AccessQuery } from "../../operations/data-protection/accesses.ts";
import { type Say, useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Notice } from "../parts/Notice.tsx";
import { saveFile } from "../parts/saveFile.ts";
import { TextArea } from "../parts/TextArea.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { type Finding, type Trusted, verifyProof } from "./verifyProof.ts";

type Proof = NonNullable<AccessQuery["accessRecord"]>["proof"];

const noTrust: Trusted = { logKey: "", witnessKey: "", witnessCheckpoint: "" };

/** The proof of inclusion, verified in this browser with keys that the officer has from elsewhere. */
export function ProofPanel({ id, proof }: { readonly id: string; readonly proof: Proof }) {
  const say = useSay();
  const [trusted, setTrusted] = useDraft<Trusted>("trusted-keys", noTrust);
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  if (proof === null) {
    return (
      <p class="kern-body">
        {say(
          "Es gibt noch keinen: Er entsteht etwa eine Sekunde nach der Antwort. Laden Sie den Zugriff neu.",
          "There is none yet: it comes about a second after the answer. Open the access again.",
        )}
      </p>
    );
  }
  const complete = {
    entry: proof.entry ?? "",
    index: proof.index ?? -1,
    size: proof.size ?? 0,
    hashes: proof.hashes ?? [],
    checkpoint: proof.checkpoint ?? "",
  };
  const set = (part: Partial<Trusted>) => {
    setFindings(null);
    setTrusted({ ...trusted, ...part });
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void verifyProof(complete, trusted).then(setFindings);
      }}
    >
      <p class="kern-body">
        {say(
          `Eintrag ${complete.index} von ${complete.size}. Die Prüfung läuft in diesem Browser. Schlüssel und Mitzeichnung müssen Sie von anderer Stelle haben, nicht von dem Server, der geprüft wird.`,
          `Entry ${complete.index} of ${complete.size}. The check runs in this browser. Have the keys and the cosignature from elsewhere, not from the server that is being checked.`,
        )}
      </p>
      <TextField
        label={say("Öffentlicher Schlüssel des Protokolls", "Public key of the log")}
        hint={say("eine Zeile: Name+Kennung+Base64", "one line: name+id+base64")}
        value={trusted.logKey}
        maxLength={300}
        onInput={(logKey) => set({ logKey })}
      />
      <TextField
        label={say("Öffentlicher Schlüssel des Zeugen", "Public key of the witness")}
        optional={say("freiwillig", "optional")}
        value={trusted.witnessKey}
        maxLength={300}
        onInput={(witnessKey) => set({ witnessKey })}
      />
      <TextArea
        label={say("Stand, den der Zeuge selbst ausgegeben hat", "Checkpoint that the witness itself gave out")}
        optional={say("freiwillig", "optional")}
        value={trusted.witnessCheckpoint}
        onInput={(witnessCheckpoint) => set({ witnessCheckpoint })}
      />
      <div class="actions">
        <Action>{say("Nachweis prüfen", "Verify the proof")}</Action>
        <Action
          kind="secondary"
          onClick={() => saveFile(`${id}.json`, "application/json", JSON.stringify(complete, null, 2))}
        >
          {say("Nachweis speichern", "Save the proof")}
        </Action>
      </div>
      {findings !== null && <Judgement findings={findings} say={say} />}
      <details class="kern-accordion">
        <summary class="kern-accordion__header">
          <span class="kern-title">
            {say("Der Eintrag, wie er im Protokoll steht", "The entry as it stands in the log")}
          </span>
        </summary>
        <pre class="leaf">{complete.entry}</pre>
        <pre class="leaf">{complete.checkpoint}</pre>
      </details>
    </form>
  );
}

function Judgement({ findings, say }: { readonly findings: readonly Finding[]; readonly say: Say }) {
  const broken = findings.some(({ holds }) => !holds);
  const keyed = findings.some(({ what }) => what === "log key");
  const title = broken
    ? say("Der Nachweis hält nicht.", "The proof does not hold.")
    : keyed
      ? say("Der Nachweis hält.", "The proof holds.")
      : say(
          "Der Eintrag gehört zu diesem Stand; wer den Stand unterschrieben hat, ist ungeprüft.",
          "The entry belongs to this checkpoint; who signed the checkpoint is unchecked.",
        );
  return (
    <Notice kind={broken ? "danger" : keyed ? "success" : "warning"} title={title}>
      <ul class="kern-list">
        {findings.map(({ what, holds }) => (
          <li
            key={what}
          >{`${findingText(what, say)}: ${holds ? say("stimmt", "holds") : say("stimmt nicht", "does not hold")}`}</li>
        ))}
      </ul>
    </Notice>
  );
}

function findingText(what: Finding["what"], say: Say): string {
  switch (what) {
    case "checkpoint":
      return say("Stand ist lesbar und nennt diese Größe", "Checkpoint is readable and names this size");
    case "inclusion":
      return say("Eintrag ist im Baum enthalten", "Entry is included in the tree");
    case "log key":
      return say("Unterschrift des Protokolls", "Signature of the log");
    case "witness key":
      return say("Mitzeichnung des Zeugen", "Cosignature of the witness");
    case "witness checkpoint":
      return say("Der Zeuge hat denselben Stand gesehen", "The witness saw the same checkpoint");
  }
}
