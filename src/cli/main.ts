import { ContentError, UsageError } from '../errors.ts';
import { type Command, say } from './command.ts';
import { describeFlags, readFlags } from './flags.ts';

// Each is loaded when it is wanted: all of them together take longer to load than most have to do.
const commands: Record<string, () => Promise<Command>> = {
  build: async () => (await import('./build.ts')).build,
  check: async () => (await import('./check.ts')).check,
  dev: async () => (await import('./dev.ts')).dev,
  import: async () => (await import('./import.ts')).importCommand,
  ledger: async () => (await import('./ledger.ts')).ledger,
  merge: async () => (await import('./build.ts')).merge,
  start: async () => (await import('./start.ts')).start,
  bench: async () => (await import('./bench.ts')).bench,
};

const help = async () => `stet: a static news archive

usage: stet COMMAND [flags]

${(await Promise.all(Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(8)}${(await load()).summary}`))).join('\n')}

stet COMMAND --help tells the flags of a command.
Exit status: 0 done; 1 the content or input is at fault; 2 wrong usage; 3 a fault of the program.`;

/** The program `stet`. Takes its arguments; resolves to its exit status. */
export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    (name === undefined ? say : console.log)(await help());
    return name === undefined ? 2 : 0;
  }
  try {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw new UsageError(`There is no command “${name}”; there are ${Object.keys(commands).join(', ')}`);
    const command = await load();
    const { values, given } = readFlags(rest, command.flags, command.operands);
    if (values.help) {
      console.log(`stet ${name}${command.operands === undefined ? '' : ` ${command.operands}`}: ${command.summary}\n\n${describeFlags(command.flags)}`);
      return 0;
    }
    return await command.run(values, given);
  } catch (error) {
    if (error instanceof ContentError) {
      say(error.message);
      return 1;
    }
    if (error instanceof UsageError) {
      say(`stet: ${error.message}.\nstet ${Object.hasOwn(commands, name) ? `${name} ` : ''}--help tells what there is.`);
      return 2;
    }
    say(`stet: a fault of the program: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 3;
  }
}
