import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** What a program said, and how it ended. */
export interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a file with this Node in a folder; resolves however it ends. */
export function run(
  file: string,
  args: readonly string[],
  { cwd, env = {}, node = process.execPath }: { cwd: string; env?: NodeJS.ProcessEnv; node?: string },
): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(node, [file, ...args], { cwd, env: { ...clean(), ...env }, maxBuffer: 2 ** 26 }, (_, stdout, stderr) => {
      done({ status: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

/** Runs `stet` of a copy of the program. */
export function stet(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return run(join(program, 'src/cli/stet.mjs'), args, { cwd: program, env });
}

/** This environment without what the test runner and a user's settings add to it. */
function clean(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(STET_|VITE|NODE_|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/.test(name)));
}
