import type { OwnRun, Step, StepRun } from './own.ts';
import type { PeerRun } from './peers.ts';

/** What one step takes, as the median of its runs. */
export interface StepFigures extends StepRun {
  step: Step;
  /** Its time as a share of a full build's. */
  share: number;
}

/** What a peer takes for a full build, as the median of its runs. */
export interface PeerFigures extends PeerRun {
  peer: string;
  /** Stet's time and memory for the same, as multiples of the peer's. */
  timeRatio: number;
  memoryRatio: number;
}

/** A peer that did not get to the end. */
export interface FailedPeer {
  peer: string;
  failed: string;
}

/** Figures of an archive of one size. */
export interface SizeFigures {
  articles: number;
  runs: number;
  files: number;
  bytes: number;
  steps: StepFigures[];
  peers: (PeerFigures | FailedPeer)[];
}

/** How a full build grows from one size to the next. */
export interface Growth {
  from: number;
  to: number;
  timeRatio: number;
  /** Memory for each article more. */
  memoryKiB: number;
}

/** The middle of some numbers; of an even number of them, the mean of the two in the middle. */
export function medianOf(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new Error('There is no median of nothing.');
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]] as [number, number];
  return (low + high) / 2;
}

/** Sums up the steps of all runs. */
export function summarizeSteps(runs: readonly OwnRun[]): StepFigures[] {
  const steps = [...(runs[0]?.steps.keys() ?? [])];
  return steps.map((step) => {
    const taken = runs.map((run) => stepOf(run, step));
    return {
      step,
      ...medians(taken),
      written: medianOf(taken.map(({ written }) => written)),
      share: medianOf(runs.map((run) => stepOf(run, step).seconds / stepOf(run, 'full build').seconds)),
    };
  });
}

/** Sums up a peer's runs. Each is compared with the run of Stet that it came after: what slows a machine for a while slows both. */
export function summarizePeer(peer: string, runs: readonly PeerRun[], own: readonly OwnRun[]): PeerFigures {
  const full = own.map((run) => stepOf(run, 'full build'));
  const ratioOf = (name: 'seconds' | 'peakMemoryMiB') => medianOf(runs.map((run, at) => (full[at] as StepRun)[name] / run[name]));
  return { peer, ...medians(runs), files: medianOf(runs.map(({ files }) => files)), timeRatio: ratioOf('seconds'), memoryRatio: ratioOf('peakMemoryMiB') };
}

/** Compares each size with the next. */
export function growthOf(sizes: readonly SizeFigures[]): Growth[] {
  return sizes.slice(1).map((large, at) => {
    const small = sizes[at] as SizeFigures;
    const [before, after] = [fullBuildOf(small), fullBuildOf(large)];
    return {
      from: small.articles,
      to: large.articles,
      timeRatio: after.seconds / before.seconds,
      memoryKiB: ((after.peakMemoryMiB - before.peakMemoryMiB) * 1024) / (large.articles - small.articles),
    };
  });
}

function medians(runs: readonly { seconds: number; peakMemoryMiB: number }[]) {
  return { seconds: medianOf(runs.map(({ seconds }) => seconds)), peakMemoryMiB: medianOf(runs.map(({ peakMemoryMiB }) => peakMemoryMiB)) };
}

function fullBuildOf({ steps }: SizeFigures): StepFigures {
  return steps.find(({ step }) => step === 'full build') as StepFigures;
}

function stepOf({ steps }: OwnRun, step: Step): StepRun {
  const taken = steps.get(step);
  if (taken === undefined) throw new Error(`A run lacks the step “${step}”.`);
  return taken;
}
