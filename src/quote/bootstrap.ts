/**
 * Script in every article's page that loads the one for quotations when it is needed: when somebody
 * selects words, or opens a quotation's address. The policy of the page and `public/_headers` name its
 * digest, so it is the same whatever the other's name, which stands in `data-src`.
 */
export const BOOTSTRAP =
  '{let d=document,u=d.currentScript.dataset.src,q=()=>import(u);/[?&]quote=/.test(location.search)?q():d.onselectionchange=()=>{getSelection().isCollapsed||(d.onselectionchange=null,q())}}';
