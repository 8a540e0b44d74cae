import type { APIRoute, GetStaticPaths } from 'astro';
import { capabilityList, changeList, descriptionPath, latestChanges, SYNC_PATHS, sourceDescription } from '../../formats/resource-sync.ts';
import { textResponse } from '../../site/feeds.ts';
import { getSite } from '../../site/site.ts';

export const getStaticPaths = (async () => {
  const site = await getSite();
  return [descriptionPath(site), SYNC_PATHS.capabilities, SYNC_PATHS.changes]
    .filter((path) => path.startsWith('/resourcesync/') && site.wants(path))
    .map((path) => ({ params: { list: path.split('/')[2]?.replace('.xml', '') }, props: { path } }));
}) satisfies GetStaticPaths;

/** Lists for programs that keep a copy of the archive. */
export const GET: APIRoute<{ path: string }> = async ({ props: { path } }) => {
  const site = await getSite();
  const list =
    path === SYNC_PATHS.changes
      ? changeList(latestChanges(site.archive), site)
      : path === SYNC_PATHS.capabilities
        ? capabilityList(site)
        : sourceDescription(site);
  return textResponse(list, 'application/xml');
};
