/** Program: one of the threads that an import is spread over. Gets tasks, answers each. */
import { parentPort } from 'node:worker_threads';
import { doTask } from './do-task.ts';
import type { Task } from './task.ts';

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await doTask(task)));
