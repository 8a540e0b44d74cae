import type { APIRoute } from 'astro';
import type { Feed } from '../../../formats/feed.ts';
import { feedResponse, shelfFeeds } from '../../../site/feeds.ts';

export const getStaticPaths = shelfFeeds('sources');

/** The newest articles of a source. */
export const GET: APIRoute<{ feed: Feed }> = ({ props }) => feedResponse(props.feed, 'feed.xml');
