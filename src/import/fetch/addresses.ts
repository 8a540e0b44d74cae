import ipaddr from 'ipaddr.js';

/** Whether an IP address is of the public internet: not of this machine, its network, or reserved for something else. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // ::ffff:127.0.0.1 is 127.0.0.1.
  return ipaddr.process(address).range() === 'unicast';
}

/** What keeps an address from being fetched, in words, before its host is looked up; undefined where nothing does. */
export function addressProblem(url: URL): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'Only http and https addresses are fetched.';
  if (url.username !== '' || url.password !== '') return 'Addresses with a name or password are not fetched.';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !isPublicAddress(host)) return `${host} is not an address of the public internet.`;
  if (/(^|\.)(localhost|local|internal|home\.arpa|lan|intranet)\.?$/i.test(host) || !/[.:]/.test(host)) return `${host} is not a host of the public internet.`;
  return undefined;
}
