import type { LoadedProfile } from "../profiles/LoadedProfile.ts";
import type { SourceItem } from "./Item.ts";

/** Placeholder. */
export async function* xmlMessages(
  _files: readonly { readonly path: string; readonly name: string }[],
  _profile: LoadedProfile,
  _isCheck: boolean,
): AsyncGenerator<SourceItem> {}
