import { parentPort, workerData } from "node:worker_threads";
import type { AnswerDocument } from "./AnswerDocument.ts";
import { renderAnswer } from "./renderAnswer.ts";

// Sets one answer in pages and hands them over: see renderApart.ts.
const { answer, now } = workerData as { readonly answer: AnswerDocument; readonly now: Date };
parentPort?.postMessage(await renderAnswer(answer, now));
