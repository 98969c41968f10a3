/**
 * PostgreSQL refuses to run as root. When we are root it runs as an unprivileged system user, who must be able
 * to reach both the binaries and the data; under /root, or any folder closed to others, it cannot, and both go
 * to a folder of their own below /var/tmp that the portal finds again.
 *
 * In:     the folder for data, the folder of the binaries
 * Out:    where both are to be found, and the user to run as (null: as ourselves)
 */
import { createHash } from 'node:crypto';
import { chown, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

export interface Place {
  readonly folder: string;
  readonly native: string;
  readonly user: { readonly uid: number; readonly gid: number } | null;
}

export async function reachableFolder(folder: string, native: string): Promise<Place> {
  if (process.getuid?.() !== 0) return { folder, native, user: null };
  const user = await unprivilegedUser();
  if ((await isOpenToOthers(folder)) && (await isOpenToOthers(native))) {
    const own = path.join(folder, 'embedded');
    await mkdir(own, { recursive: true, mode: 0o700 });
    await chown(own, user.uid, user.gid);
    return { folder: own, native, user };
  }
  const place = path.join(
    '/var/tmp',
    `majibu-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`,
  );
  await mkdir(place, { recursive: true, mode: 0o700 });
  await chown(place, user.uid, user.gid);
  const copy = path.join(place, `native-${createHash('sha256').update(native).digest('hex').slice(0, 8)}`);
  if (!(await stat(copy).catch(() => null))) {
    await rm(`${copy}.making`, { recursive: true, force: true });
    await cp(native, `${copy}.making`, { recursive: true, verbatimSymlinks: true });
    await rename(`${copy}.making`, copy);
  }
  return { folder: place, native: copy, user };
}

/** `postgres` where the system has it, else `nobody`, else the number that every Linux gives to nobody. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  for (const name of ['postgres', 'nobody']) {
    const fields = passwd
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':');
    if (fields?.[2] && fields[3]) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return { uid: 65534, gid: 65534 };
}

/** Whether others may pass through every folder on the way. */
async function isOpenToOthers(folder: string): Promise<boolean> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = await stat(at);
    if ((found.mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
