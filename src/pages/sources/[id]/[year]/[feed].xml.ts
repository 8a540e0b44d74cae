import type { APIRoute } from 'astro';
import type { Feed } from '../../../../formats/feed.ts';
import { archivedShelfFeeds, feedResponse } from '../../../../site/feeds.ts';

export const getStaticPaths = archivedShelfFeeds('sources');

/** Older articles of a source: an archived document of its feed. */
export const GET: APIRoute<{ feed: Feed }> = ({ props }) => feedResponse(props.feed, 'feed.xml');
