import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { copyProgram } from '../../../src/bench/program.ts';
import { serve } from '../../../src/build/serve.ts';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { type BuiltSite, buildSites, type SiteName } from './sites.ts';

/** A finished site on a server of its own. */
export interface ServedSite extends BuiltSite {
  /** Where it is served: `http://localhost:4401/`, base path included. */
  origin: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where to reach the one browser. */
    browser: string;
    sites: Record<SiteName, ServedSite>;
    /** A copy of the program for tests that build or run it. */
    program: string;
  }
}

/** Builds every site of the tests once, serves them, and starts one browser for all. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'stet-test-'));
  const closing: (() => Promise<unknown>)[] = [];
  const end = async () => {
    await Promise.allSettled(closing.map((close) => close()));
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const built = await buildSites(dir);
    const sites: Partial<Record<SiteName, ServedSite>> = {};
    for (const [name, site] of Object.entries(built) as [SiteName, BuiltSite][]) {
      const base = new URL(site.url).pathname;
      const server = await serve({ dir: site.dir, base, port: 4400 });
      closing.push(server.close);
      sites[name] = { ...site, origin: `http://localhost:${server.port}${base}` };
    }
    mkdirSync(join(dir, 'program'));
    const browser = await chromium.launchServer({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
    closing.push(() => browser.close());
    project.provide('browser', browser.wsEndpoint());
    project.provide('sites', sites as Record<SiteName, ServedSite>);
    project.provide('program', copyProgram(join(dir, 'program')));
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}
