import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Sees whether a port can be had, before a population is made for nothing.
 *
 * @throws Error with one line that says what to do
 */
export async function probePort(port: number, host: string): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, "listening");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new Error(`Port ${port} is in use. Set PORT to a free one (0: any).`);
    if (code === "EACCES") throw new Error(`Port ${port} may not be used by this user. Set PORT to a higher one.`);
    throw new Error(`${host} cannot be listened on (${code}). Set HOST to an address of this machine.`);
  } finally {
    probe.close();
  }
}
