import type { APIRoute } from 'astro';
import type { Feed } from '../../../formats/feed.ts';
import { archivedFeeds, feedResponse } from '../../../site/feeds.ts';

export const getStaticPaths = archivedFeeds;

/** Older articles: an archived document of the archive's feed. */
export const GET: APIRoute<{ feed: Feed }> = ({ props }) => feedResponse(props.feed, 'feed.xml');
