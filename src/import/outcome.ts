/** What became of an item. */
export interface Outcome {
  input: string;
  part?: string;
  status: 'taken' | 'already-there' | 'doubtful' | 'refused';
  /** Path of its entry below the content folder. */
  entry?: string;
  /** It is there already, and still to be looked at: it waits in the inbox, or its doubts stand there as they were written. */
  stillDoubtful?: true;
  /** Doubts and notes, or why it was refused; a sentence each. */
  reasons?: readonly string[];
}

/** What was met and holds no article. */
export interface PassedOver {
  input: string;
  part?: string;
  reason: string;
}
