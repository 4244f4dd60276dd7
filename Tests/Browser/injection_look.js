// What could run or fetch in a page, and is none of the theme's, in words; then every event that needs a touch.
() => {
  const faults = []
  const known = (e) =>
    e.localName === 'script' && (e.type === 'application/ld+json' || /^([./]*|\/a\/)assets\/bilan\.\w+\.js$/.test(e.getAttribute('src') || ''))
    || e.localName === 'link' && ['icon', 'stylesheet', 'canonical', 'alternate'].includes(e.rel) && !/ailleurs/.test(e.href)
    || e.localName === 'meta' && (!e.httpEquiv || e.httpEquiv === 'Content-Security-Policy')
    || e.localName === 'form' && e.hasAttribute('action') && !/:/.test(e.getAttribute('action'))
    || e.localName === 'form' && ['filtres', 'recherche'].includes(e.id) && !e.getAttribute('action')
    || e.localName === 'style' && e.closest('svg')
  const running = 'script,iframe,frame,object,embed,applet,base,link,meta,form,style,template,math,foreignObject,animate,set,'
    + 'animateTransform,discard,use,xss,dialog,isindex,plaintext,xmp,noscript,marquee,keygen,portal'
  for (const e of document.querySelectorAll(running)) if (!known(e)) faults.push('element ' + e.outerHTML.slice(0, 120))
  const addresses = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'srcset', 'background', 'cite']
  const schemes = ['http:', 'https:', 'mailto:', 'tel:', 'sms:', 'ftp:', 'ftps:', 'geo:', 'xmpp:']
  for (const e of document.querySelectorAll('*')) for (const a of e.attributes) {
    const shown = a.name + '=' + a.value.slice(0, 80)
    if (/^on/i.test(a.name) || ['style', 'srcdoc', 'ping'].includes(a.name)) faults.push('attribute ' + shown)
    if (!addresses.includes(a.name) || !URL.canParse(a.value, document.baseURI)) continue
    if (e.localName === 'img' && /^data:image\/(png|gif|jpeg|webp)/.test(a.value)) continue
    const address = new URL(a.value, document.baseURI)
    if (!schemes.includes(address.protocol)) faults.push('address ' + shown)
    if (a.name !== 'href' && address.origin !== location.origin) faults.push('elsewhere ' + shown)
  }
  for (const e of document.querySelectorAll('a,p,img,button,details,summary,input,g,text'))
    for (const type of ['mouseover', 'pointerenter', 'focus', 'wheel', 'copy', 'contextmenu', 'toggle', 'input']) e.dispatchEvent(new Event(type))
  return faults
}
