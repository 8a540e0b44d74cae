import { formatCount } from '../site/counted.ts';

/** Tells a person how far a build is. */
export interface Progress {
  /** Says something once. */
  say(line: string): void;
  /** Begins a phase of so many steps, or adds so many to the one of this name. */
  phase(name: string, total: number): void;
  /** So many more steps are done. */
  advance(steps: number): void;
  /** Ends the phase. */
  end(): void;
}

/** Between two lines where there is no terminal that one line could be drawn over on, in milliseconds. */
const QUIET = 10_000;

/** Shows progress on a stream: phase, count, rate and time left; on a terminal in one line, else a line now and then. */
export function makeProgress(stream: NodeJS.WriteStream): Progress {
  let name = '';
  let total = 0;
  let done = 0;
  let began = 0;
  let told = 0;
  const clear = () => stream.isTTY && stream.write('\r\x1b[K');
  const tell = (now: number) => {
    const seconds = (now - began) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const left = rate > 0 ? Math.ceil((total - done) / rate) : 0;
    const line = `${name}: ${formatCount(done)} of ${formatCount(total)}, ${formatCount(Math.round(rate))} a second, ${formatDuration(left)} left`;
    clear();
    stream.write(stream.isTTY ? line : `${line}\n`);
    told = now;
  };
  return {
    say: (line) => {
      clear();
      stream.write(`${line}\n`);
    },
    phase: (next, steps) => {
      if (next === name) {
        total += steps;
        return;
      }
      [name, total, done] = [next, steps, 0];
      began = performance.now();
      told = began;
      if (!stream.isTTY) stream.write(`${name} …\n`);
    },
    advance: (steps) => {
      done += steps;
      const now = performance.now();
      if (now - told > (stream.isTTY ? 100 : QUIET)) tell(now);
    },
    end: () => {
      clear();
      name = '';
    },
  };
}

function formatDuration(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
