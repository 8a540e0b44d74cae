/** Articles on a page of a list; as in the other peers. */
const PAGE = 50;

/** Pages of a list: the first at its own address, the others below it. */
function paginate(base, title, items) {
  const urlOf = (page) => (page === 0 ? base : `${base}page/${page + 1}/`);
  const pages = Math.ceil(items.length / PAGE);
  return Array.from({ length: pages }, (_, at) => ({
    url: urlOf(at),
    title,
    items: items.slice(at * PAGE, (at + 1) * PAGE).map((item) => ({ url: item.url, title: item.data.title, date: item.data.date, deck: item.data.deck })),
    previous: at > 0 ? urlOf(at - 1) : undefined,
    next: at < pages - 1 ? urlOf(at + 1) : undefined,
  }));
}

/** Pages of everything that articles are grouped by, and the one that lists its groups. */
function paginateGroups(base, title, articles, idsOf) {
  const groups = new Map();
  for (const article of articles)
    for (const id of idsOf(article))
      groups
        .set(id, groups.get(id) ?? [])
        .get(id)
        .push(article);
  const index = { url: base, title, items: [...groups].map(([id, { length }]) => ({ url: `${base}${id}/`, title: `${id} (${length})` })) };
  return [index, ...[...groups].flatMap(([id, group]) => paginate(`${base}${id}/`, id, group))];
}

export default function configure(config) {
  config.addGlobalData('layout', 'article.njk');
  config.addFilter('day', (date) => date.toISOString().slice(0, 10));
  config.addCollection('lists', (all) => {
    const articles = all.getAllSorted().filter(({ data }) => data.source !== undefined);
    articles.reverse();
    return [
      { url: '/', title: 'The archive', items: paginate('', '', articles)[0].items },
      ...paginate('/articles/', 'Articles', articles),
      ...paginateGroups('/sources/', 'Sources', articles, ({ data }) => [data.source]),
      ...paginateGroups('/topics/', 'Topics', articles, ({ data }) => data.topics),
    ];
  });
  return { dir: { includes: '_includes' }, markdownTemplateEngine: false };
}
