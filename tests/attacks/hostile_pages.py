"""What a hostile theme puts into a page, shared by the tests that check the page and those that show it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from resumekit.theming import Theme, find_theme
from theming.themes import write_theme

ADDRESS = "http://127.0.0.1:PORT/"
"""Where a page would call; a test puts in the port of its listener."""

FRAME = """\
<!doctype html>
<html lang="en">
<head>
HEAD
<title>{{ resume.title }}</title>
<style>{{ style }}</style>
</head>
<body><h1>{{ resume.name }}</h1>
BODY
</body>
</html>
"""

RUN = "document.title='pwned'"

IN_HEAD = {
    "script": f"<script>{RUN}</script>",
    "script-in-capitals": f"<SCRIPT>{RUN}</SCRIPT>",
    "script-from-elsewhere": f'<script src="{ADDRESS}a.js"></script>',
    "module": f'<script type="module">{RUN}</script>',
    "import-map": '<script type="importmap">{"imports": {}}</script>',
    "image-in-head": f'<img src="{ADDRESS}pixel.png" onerror="{RUN}">',
    "refresh": f'<meta http-equiv="refresh" content="0; url={ADDRESS}">',
    "refresh-in-capitals": f"<META HTTP-EQUIV=Refresh CONTENT='0;{ADDRESS}'>",
    "refresh-to-script": f'<meta http-equiv="refresh" content="0; url=javascript:{RUN}">',
    "policy-of-its-own": '<meta http-equiv="Content-Security-Policy" content="default-src *">',
    "cookie": '<meta http-equiv="set-cookie" content="a=b">',
    "base": f'<base href="{ADDRESS}">',
    "style-sheet": f'<link rel="stylesheet" href="{ADDRESS}a.css">',
    "icon": f'<link rel="icon" href="{ADDRESS}a.ico">',
    "prefetch": f'<link rel="dns-prefetch preconnect" href="{ADDRESS}">',
    "preload": f'<link rel="preload" as="image" href="{ADDRESS}a.png">',
    "manifest": f'<link rel="manifest" href="{ADDRESS}a.json">',
    "noscript": f'<noscript><img src="{ADDRESS}a.png"></noscript>',
    "template": f"<template><script>{RUN}</script></template>",
    "charset": '<meta charset="utf-7">',
    "charset-2022": "<meta charset=iso-2022-jp>",
    "frames": f'<frameset><frame src="{ADDRESS}"></frameset>',
}

IN_BODY = {
    "onload": f'<p onload="{RUN}">x</p>',
    "onclick": "<p onclick=alert(1)>x</p>",
    "onclick-in-capitals": f'<p ONCLICK="{RUN}">x</p>',
    "onfocus": f'<p tabindex="1" autofocus onfocus="{RUN}">x</p>',
    "onerror": f'<p><img src="x.png" alt="x" onerror="{RUN}"></p>',
    "onerror-after-a-slash": f'<p><img src="x.png" alt="x" / onerror="{RUN}"></p>',
    "onerror-without-space": f'<p><img src="x.png"onerror="{RUN}"></p>',
    "ontoggle": f'<details open ontoggle="{RUN}">x</details>',
    "link-to-script": f'<p><a href="javascript:{RUN}">x</a></p>',
    "link-to-script-with-entity": f'<p><a href="java&#115;cript:{RUN}">x</a></p>',
    "link-to-script-with-tab": f'<p><a href="java\tscript:{RUN}">x</a></p>',
    "link-to-script-with-newline": f'<p><a href="java&NewLine;script:{RUN}">x</a></p>',
    "link-to-script-after-space": f'<p><a href=" &#1;javascript:{RUN}">x</a></p>',
    "link-to-script-in-capitals": f'<p><a href="JaVaScRiPt:{RUN}">x</a></p>',
    "link-to-vbscript": '<p><a href="vbscript:x">x</a></p>',
    "link-to-data": '<p><a href="data:text/html,<script>1</script>">x</a></p>',
    "link-to-file": '<p><a href="file:///etc/passwd">x</a></p>',
    "link-to-blob": '<p><a href="blob:x">x</a></p>',
    "relative-link": '<p><a href="x.html">x</a></p>',
    "ping": f'<p><a href="https://example.org" ping="{ADDRESS}">x</a></p>',
    "picture": f'<p><img alt="x" src="{ADDRESS}a.png"></p>',
    "picture-without-scheme": '<p><img alt="x" src="//127.0.0.1:PORT/a.png"></p>',
    "picture-with-backslashes": '<p><img alt="x" src="\\\\127.0.0.1:PORT\\a.html"></p>',
    "picture-of-text": '<p><img alt="x" src="data:text/html,x"></p>',
    "source-set": f'<p><img alt="x" src="x.png" srcset="{ADDRESS}a.png 2x"></p>',
    "picture-element": f'<picture><source srcset="{ADDRESS}a.png"><img alt="x" src="x.png"></picture>',
    "background": f'<table background="{ADDRESS}a.png"><tr><td>x</td></tr></table>',
    "style-attribute": f'<p style="background: url({ADDRESS}a.png)">x</p>',
    "style-attribute-with-entities": f'<p style="background: u&#114;l({ADDRESS}a.png)">x</p>',
    "style-attribute-with-escapes": f'<p style="background: \\75 rl({ADDRESS}a.png)">x</p>',
    "style": f"<style>p {{ background: url({ADDRESS}a.png) }}</style>",
    "style-import": f'<style>@import "{ADDRESS}a.css";</style>',
    "style-import-url": f"<style>@ImPoRt url({ADDRESS}a.css);</style>",
    "style-import-escaped": f'<style>@\\000069mport "{ADDRESS}a.css";</style>',
    "style-image-set": f'<style>p {{ background: image-set("{ADDRESS}a.png" 1x) }}</style>',
    "style-webkit-image-set": f'<style>p {{ background: -webkit-image-set("{ADDRESS}a.png" 1x) }}</style>',
    "style-font": f'<style>@font-face {{ font-family: X; src: url("{ADDRESS}a.woff") }} p {{ font: 9pt X }}</style>',
    "style-cursor": f"<style>p {{ cursor: url({ADDRESS}a.cur), auto }}</style>",
    "style-filter": f"<style>p {{ filter: url({ADDRESS}a.svg#x) }}</style>",
    "style-variable": f"<style>p {{ --x: url({ADDRESS}a.png); background: var(--x) }}</style>",
    "style-set-of-a-variable": f"<style>p {{ --x: '{ADDRESS}a.png'; background: image-set(var(--x) 1x) }}</style>",
    "style-set-of-an-attribute": f'<p data-x="{ADDRESS}a.png" style="background: image-set(attr(data-x) 1x)">x</p>',
    "style-source-of-a-variable": f"<style>p {{ --x: '{ADDRESS}a.png'; background: src(var(--x)) }}</style>",
    "style-set-of-a-condition": f"<style>p {{ cursor: image-set(if(else: '{ADDRESS}a.png') 1x), auto }}</style>",
    "style-after-a-comment": f"<style>/* ' */ p {{ background: url({ADDRESS}a.png) }} /* ' */</style>",
    "style-after-a-string": f"<style>p {{ content: '\\'' }} p {{ background: url({ADDRESS}a.png) }} /* ' */</style>",
    "style-between-escaped-quotes": f'<style>p {{ x: \\" }} p {{ cursor: url({ADDRESS}a.png) }} p {{ x: \\" }}</style>',
    "style-in-a-broken-string": f'<style>p {{ x: "a\\\n }} " }} p {{ background: url({ADDRESS}a.png) }} </style>',
    "style-of-a-comment": f"<style><!-- p {{ background: url({ADDRESS}a.png) }} --></style>",
    "frame": f'<iframe src="{ADDRESS}"></iframe>',
    "frame-with-source": f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    "object": f'<object data="{ADDRESS}a.svg">x</object>',
    "embed": f'<embed src="{ADDRESS}a.svg">',
    "portal": f'<portal src="{ADDRESS}"></portal>',
    "video": f'<video src="{ADDRESS}a.mp4" poster="{ADDRESS}a.png"></video>',
    "audio": f'<audio src="{ADDRESS}a.mp3" autoplay></audio>',
    "form": f'<form action="{ADDRESS}"><input name="x"><button>Send</button></form>',
    "image-button": f'<input type="image" src="{ADDRESS}a.png">',
    "svg": f'<svg onload="{RUN}"><script>{RUN}</script></svg>',
    "svg-image": f'<svg><image href="{ADDRESS}a.png"/></svg>',
    "svg-use": f'<svg><use href="{ADDRESS}a.svg#x"/></svg>',
    "svg-style": f'<svg><style><img src=x onerror="{RUN}"></style></svg>',
    "svg-animation": f'<svg><a><animate attributeName=href values="javascript:{RUN}"/><text>x</text></a></svg>',
    "svg-foreign": f'<svg><foreignObject><img src=x onerror="{RUN}"></foreignObject></svg>',
    "math": f'<math href="javascript:{RUN}">x</math>',
    "math-mutation": f'<math><mtext><table><mglyph><style><img src onerror="{RUN}"></style></table></mtext></math>',
    "select-mutation": f'<select><style></select><img src=x onerror="{RUN}"></style>',
    "noscript-mutation": f'<noscript><p title="</noscript><img src=x onerror={RUN}>"></noscript>',
    "textarea-mutation": f'<textarea><p title="</textarea><img src=x onerror={RUN}>"></textarea>',
    "xmp-mutation": f'<xmp><p title="</xmp><img src=x onerror={RUN}>"></xmp>',
    "noembed-mutation": f'<noembed><p title="</noembed><img src=x onerror={RUN}>"></noembed>',
    "plaintext": "<plaintext>",
    "marquee": f'<marquee onstart="{RUN}">x</marquee>',
    "custom-element": "<x-element>x</x-element>",
    "image-alias": f'<image src="{ADDRESS}a.png" onerror="{RUN}">',
    "isindex": f'<isindex action="{ADDRESS}">',
    "shadow": f'<div><template shadowrootmode="open"><img src=x onerror="{RUN}"></template></div>',
    "hidden": "<p hidden>x</p>",
    "popover": "<p popover>x</p>",
}

MALFORMED = {
    "comment-without-end": "<!-- x",
    "comment-with-odd-end": f'<!-- x --!><img src=x onerror="{RUN}"> -->',
    "comment-closed-at-once": f'<!--><img src=x onerror="{RUN}">-->',
    "comment-closed-after-a-dash": f'<!---><img src=x onerror="{RUN}">-->',
    "declaration": f'<!x ><img src=x onerror="{RUN}">',
    "instruction": f'<?x ><img src=x onerror="{RUN}"?>',
    "cdata": f'<![CDATA[ ><img src=x onerror="{RUN}"> ]]>',
    "end-tag-comment": f'</ x><img src=x onerror="{RUN}">',
    "end-tag-with-attribute": "<p>x</p title='>'>",
    "attribute-without-end": '<p title="x>y</p>',
    "attributes-without-space": '<p title="x"class="y">z</p>',
    "slash-as-space": "<p/title=x>y</p>",
    "quote-in-a-name": f'<p "title><img src=x onerror="{RUN}">">x</p>',
    "quote-in-a-value": "<p title=a'b>x</p>",
    "backquotes": f"<p title=`x><img src=x onerror={RUN}>`>x</p>",
    "equals-first": "<p =x>y</p>",
    "less-than": "<p>1 < 2</p>",
    "less-than-in-a-tag": "<p <b>x</b></p>",
    "nul": "<p>a\x00b</p>",
    "nul-in-a-tag": f"<scr\x00ipt>{RUN}</script>",
    "control-character": "{{ '\\x1b$B' }}",
    "no-break-space-in-a-tag": "<p\u00a0title=x>y</p>",
    "vertical-tab-in-a-tag": "<p\x0btitle=x>y</p>",
    "style-without-end": "<style>p { margin: 0 }",
    "title-without-end": "<title>x",
    "style-with-odd-end": "<style>p { margin: 0 }</style x='>'>",
    "older-doctype": '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">',
    "kelvin": "<lin\u212a>x",
}

HARMLESS = {
    "plain": "<p>x</p>",
    "comment": "<!-- <script>x</script> -- - -->",
    "text-that-looks-like-markup": "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "attribute-that-looks-like-markup": '<p title="<script>alert(1)</script>">x</p>',
    "unquoted": "<p class=a id=b>x<br/></p>",
    "data-picture": '<p><img alt="" src="data:image/png;base64,AAAA"></p>',
    "table": '<table><tr><th scope="col" colspan=2>a</th></tr></table>',
    "links": '<p><a href="#x">a</a> <a href="mailto:a@example.org" rel="me">b</a> <a href="TEL:+1">c</a></p>',
    "aria": '<p role="note" aria-label="x" data-x="y" itemprop="name">x</p>',
    "style-with-content": '<style>p::before { content: "\\a0 url(x)"; }</style>',
    "style-with-variables": "<style>p { --x: #x; color: var(--x); background: linear-gradient(var(--x), red) }</style>",
    "style-with-an-image-set": "<style>p { background: image-set(linear-gradient(red, var(--x)) 1x, "
    "'data:image/png;base64,AAAA' type('image/png') 2x) }</style>",
    "style-with-fragment": "<style>p { filter: url(#x) }</style>",
    "unclosed": "<ul><li>a<li>b</ul><p>c<p>d",
    "misnested": "<p><b><i>a</b>b</i></p>",
    "foster-parent": "<table><p>x</p><tr><td>y</td></tr></table>",
}

ODD_FRAMES = {
    "nothing-but-text": "{{ resume.name }}<style>{{ style }}</style>",
    "no-head": "<!doctype html><html lang=en><style>{{ style }}</style><h1>{{ resume.name }}</h1>",
    "no-html": "<!doctype html><title>x</title><style>{{ style }}</style><h1>{{ resume.name }}</h1>",
    "text-before-html": "junk <!doctype html><html><head><style>{{ style }}</style></head>{{ resume.name }}",
    "element-before-html": "<p>x</p><html><head><style>{{ style }}</style></head>{{ resume.name }}",
    "several-heads": "<html><head></head><head><style>{{ style }}</style></head><body>{{ resume.name }}",
    "head-after-body": "<html><body>{{ resume.name }}</body><head><style>{{ style }}</style></head></html>",
    "head-in-a-comment": "<!-- <head> --><html><!-- <head> --><head><style>{{ style }}</style>{{ resume.name }}",
    "head-in-an-attribute": '<html title="<head>"><head class="<style>"><style>{{ style }}</style>{{ resume.name }}',
    "style-in-a-comment": "<!-- <style> --><html><head><style>{{ style }}</style></head>{{ resume.name }}",
    "style-in-a-title": "<html><head><title><style></title><style>{{ style }}</style></head>{{ resume.name }}",
    "capitals": "<!DOCTYPE HTML><HTML LANG=en><HEAD><STYLE>{{ style }}</STYLE></HEAD><BODY>{{ resume.name }}",
    "style-with-media": '<html><head><style media="all">{{ style }}</style></head><body>{{ resume.name }}',
    "style-at-the-end": "<html><head></head><body>{{ resume.name }}<style>{{ style }}</style></body></html>",
    "no-style": "<html><head></head><body>{{ resume.name }}</body></html>",
    "nothing-before-body": "<body>{{ resume.name }}</body>",
    "two-doctypes": "<!doctype html><!doctype html><html><head><style>{{ style }}</style></head>{{ resume.name }}",
    "charset-of-its-own": "<html><head><title>x</title><meta charset=utf-8><style>{{ style }}</style>{{ resume.name }}",
}


def page_with(head: str = "", body: str = "") -> str:
    """Return a template with markup of an attacker in its head and its body."""
    return FRAME.replace("HEAD", head).replace("BODY", body)


def theme_with(folder: Path, template: str, **files: str) -> Theme:
    """Write a theme with this template."""
    write_theme(folder / "themes" / "evil", {"resume.html.j2": dedent(template), **files})
    return find_theme("evil", project=folder)
