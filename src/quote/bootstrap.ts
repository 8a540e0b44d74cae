/**
 * Script in every article's page that loads the one for quotations when it is needed: when somebody
 * selects words, or opens a quotation's address; and the one that marks what a search found, when
 * somebody comes from one. The policy of the page and `public/_headers` name its
 * digest, so it is the same whatever the others' names, which stand in `data-src` and `data-found`.
 */
export const BOOTSTRAP =
  '{let d=document,{src:u,found:f}=d.currentScript.dataset,q=()=>import(u),s=location.search;/[?&]quote=/.test(s)?q():d.onselectionchange=()=>{getSelection().isCollapsed||(d.onselectionchange=null,q())};try{(/[?&]found=/.test(s)||sessionStorage.found)&&import(f)}catch{}}';
