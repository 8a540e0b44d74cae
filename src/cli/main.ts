import { ContentError, UsageError } from '../errors.ts';
import { bench } from './bench.ts';
import { build, merge } from './build.ts';
import { check } from './check.ts';
import { type Command, say } from './command.ts';
import { dev } from './dev.ts';
import { describeFlags, readFlags } from './flags.ts';
import { importCommand } from './import.ts';
import { ledger } from './ledger.ts';
import { start } from './start.ts';

const commands: Record<string, Command> = { build, check, dev, import: importCommand, ledger, merge, start, bench };

const HELP = `stet: a static news archive

usage: stet COMMAND [flags]

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(8)}${summary}`)
  .join('\n')}

stet COMMAND --help tells the flags of a command.
Exit status: 0 done; 1 the content or input is at fault; 2 wrong usage; 3 a fault of the program.`;

/** The program `stet`. Takes its arguments; resolves to its exit status. */
export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    (name === undefined ? say : console.log)(HELP);
    return name === undefined ? 2 : 0;
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw new UsageError(`There is no command “${name}”; there are ${Object.keys(commands).join(', ')}`);
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
