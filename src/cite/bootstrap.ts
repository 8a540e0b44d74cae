/**
 * Script in every article's page that loads the one for references when somebody opens the other styles, which
 * stand before it. The policy of the page and `public/_headers` name its digest, so it is the same whatever the
 * other's name, which stands in `data-script`.
 */
export const CITE_BOOTSTRAP = "{let d=document.currentScript.previousElementSibling;d.addEventListener('toggle',()=>import(d.dataset.script),{once:true})}";
