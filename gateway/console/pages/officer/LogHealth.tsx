import { LogHealthDocument, type LogHealthQuery } from "../../operations/data-protection/order.ts";
import { type Say, useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import { checkpointSigners } from "./checkpointSigners.ts";
import { Question } from "./Question.tsx";
import { useQuestion } from "./useQuestion.ts";

type Shard = NonNullable<LogHealthQuery["logShards"]>[number];

/** The shards of the log: how large, how far signed, cosigned by which witnesses, and when they end. */
export function LogHealth() {
  const say = useSay();
  const asking = useQuestion(LogHealthDocument);
  const shards = asking.answer?.data.logShards ?? [];
  return (
    <Question
      id="log-health"
      title={say("Zustand des Protokolls", "Health of the log")}
      ask={say("Zustand zeigen", "Show the health")}
      complete
      onAsk={() => asking.ask({})}
      asking={asking}
      fields={() => (
        <p class="kern-body">
          {say(
            "Wer mitgezeichnet hat, sagt hier der Server, der geprüft wird. Ob es stimmt, prüft der Nachweis eines Zugriffs mit dem Schlüssel des Zeugen.",
            "Who cosigned is told here by the server that is being checked. Whether it is true is for the proof of an access to show, with the witness’s key.",
          )}
        </p>
      )}
    >
      {asking.answer && shards.length === 0 && (
        <p class="kern-body">{say("Es gibt noch kein Protokoll.", "There is no log yet.")}</p>
      )}
      {shards.length > 0 && (
        <DataTable
          caption={say("Abschnitte des Protokolls", "Shards of the log")}
          headers={[
            say("Abschnitt", "Shard"),
            say("Einträge", "Entries"),
            say("Letzter Stand", "Last checkpoint"),
            say("Zeugen", "Witnesses"),
            say("Zu vernichten ab", "To be destroyed from"),
          ]}
          rows={shards.map((shard) => ({ key: `${shard.instance}/${shard.shard}`, cells: cellsOf(shard, say) }))}
        />
      )}
    </Question>
  );
}

function cellsOf({ instance, shard, size, checkpoint, endsOn }: Shard, say: Say) {
  const [, , root = ""] = (checkpoint ?? "").split("\n");
  const witnesses = checkpoint === null ? [] : checkpointSigners(checkpoint).slice(1);
  return [
    `${instance}/${shard}`,
    size,
    checkpoint === null ? say("noch keiner", "none yet") : <code key="root">{root.slice(0, 12)}…</code>,
    witnesses.join(", ") || say("keiner", "none"),
    endsOn,
  ];
}
