import { makeFolder } from "./makeFolder.ts";
import { emptyStore } from "./population/emptyStore.ts";
import { rolePasswords } from "./rolePasswords.ts";
import { rooms } from "./rooms.ts";
import { migrate, roleOf } from "./shell/migrate.ts";
import { openStore, type Store } from "./shell/openStore.ts";
import { storeFailure } from "./storeFailure.ts";
import type { StoreSettings } from "./storeSettings.ts";

/**
 * Opens the store that the settings name and brings its tables up to date. On PostgreSQL each subgraph's role logs in with a
 * password of its own.
 *
 * @param fresh whether to remove a synthetic population that is there, with everything that was recorded about it
 * @throws Error with one line that says what to do; the store is closed again
 */
export async function openMigratedStore(settings: StoreSettings, fresh = false): Promise<Store> {
  let store: Store | null = null;
  try {
    if (settings.databaseUrl === null) makeFolder(settings.folder);
    const passwords =
      settings.databaseUrl === null
        ? null
        : rolePasswords(
            settings,
            rooms.map(({ schema }) => roleOf(schema)),
          );
    const url = settings.databaseUrl;
    store = await openStore({
      folder: settings.folder,
      databaseUrl: url,
      roleUrl: url === null ? null : (role) => urlOfRole(url, role, passwords?.get(role) ?? ""),
    });
    if (fresh) await emptyStore(store, rooms);
    await migrate(store, rooms, (role) => passwords?.get(role) ?? null);
    return store;
  } catch (error) {
    await store?.close().catch(() => {});
    throw storeFailure(error, settings);
  }
}

function urlOfRole(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
