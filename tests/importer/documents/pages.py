"""Web pages as Thai agencies make them: one release each, amid news of other awards that nobody here won."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

TITLE: Final = "กรมส่งเสริมสหกรณ์รับ 3 รางวัลเลิศรัฐ ประจำปี 2566"

PARAGRAPHS: Final = (
    "วันที่ 15 กันยายน 2566 นายสมชาย ใจดี อธิบดีกรมส่งเสริมสหกรณ์ เข้ารับรางวัลเลิศรัฐ ประจำปี พ.ศ. 2566 ณ ห้องแกรนด์บอลรูม โรงแรมแห่งหนึ่ง กรุงเทพมหานคร",
    "รางวัลที่ได้รับประกอบด้วย",
    "1. รางวัลบริการภาครัฐ ประเภทนวัตกรรมการบริการ ระดับดีเด่น ผลงาน “สหกรณ์ในมือถือ”",
    "2. รางวัลคุณภาพการบริหารจัดการภาครัฐ หมวด 4 การวัด การวิเคราะห์ และการจัดการความรู้",
    "3. รางวัลการบริหารราชการแบบมีส่วนร่วม ประเภทเปิดใจใกล้ชิดประชาชน ระดับดี",
    "อธิบดีกล่าวว่า “รางวัลนี้เป็นของเจ้าหน้าที่ทุกคน” และขอบคุณสมาชิกสหกรณ์ทั่วประเทศ",
)

#: Headlines around a release: each tells of an award that its agency did not win.
OTHERS: Final = (
    "กรมประมงคว้ารางวัลเลิศรัฐ ประจำปี 2565 ระดับดีเด่น",
    "เทศบาลนครยะลาได้รับรางวัลพระปกเกล้า ประจำปี 2564",
    "กรมที่ดินรับรางวัล PMQA 4.0 ระดับก้าวหน้า",
    "สำนักงานสถิติแห่งชาติได้รับรางวัลองค์กรโปร่งใส ครั้งที่ 10",
    "กรมอุตุนิยมวิทยาขึ้นรับรางวัลบริการภาครัฐ",
)

COOKIES: Final = "เว็บไซต์นี้ใช้คุกกี้เพื่อให้ท่านได้รับประสบการณ์ที่ดี"
COMMENT: Final = "ยินดีด้วยครับ ปีหน้าขอให้ได้รับรางวัลเลิศรัฐ ระดับดีเด่น อีก"
MENU: Final = ("หน้าแรก", "เกี่ยวกับเรา", "ข่าวประชาสัมพันธ์", "รางวัลแห่งความภาคภูมิใจ", "ติดต่อเรา")


@dataclass(frozen=True)
class Page:
    """A page, what its text must hold, and what it must not."""

    name: str
    html: str
    kept: tuple[str, ...] = PARAGRAPHS
    dropped: tuple[str, ...] = (*OTHERS, COOKIES, COMMENT, *MENU[:2])


def _p(lines: tuple[str, ...], tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{line}</{tag}>" for line in lines)


def _links(lines: tuple[str, ...], tag: str = "li") -> str:
    return "\n".join(f'<{tag}><a href="/news/{n}">{line}</a></{tag}>' for n, line in enumerate(lines))


_MENU = f"<ul>{_links(MENU)}</ul>"
_FOOT = "123 ถนนแจ้งวัฒนะ โทรศัพท์ 0 2000 0000 | สงวนลิขสิทธิ์"
_HEAD = f'<meta charset="utf-8"><title>{TITLE} - กรมส่งเสริมสหกรณ์</title><meta property="og:title" content="{TITLE}">'

_SEMANTIC = f"""<!doctype html><html lang="th"><head>{_HEAD}
<link rel="canonical" href="https://example.go.th/news/1"><meta property="article:published_time" content="2023-09-15T20:00:00+00:00">
<style>p {{ color: red }}</style><script>var related = ["{OTHERS[0]}"];</script></head><body>
<div id="cookie-consent" class="cookie-banner"><p>{COOKIES}</p><button>ยอมรับ</button></div>
<header><nav>{_MENU}</nav></header>
<main><article><h1>{TITLE}</h1><time datetime="2023-09-15">15 กันยายน 2566</time>{_p(PARAGRAPHS)}</article>
<section class="related-posts"><h2>ข่าวที่เกี่ยวข้อง</h2><ul>{_links(OTHERS)}</ul></section>
<section id="comments" class="comments-area"><h3>ความคิดเห็น</h3><ol class="comment-list"><li><div class="comment-body"><p>{COMMENT}</p></div></li></ol></section></main>
<aside><h3>ข่าวล่าสุด</h3>{_p(OTHERS[:2], "h4")}</aside><footer><p>{_FOOT}</p></footer></body></html>"""

_RELATED_INSIDE = f"""<!doctype html><html><head>{_HEAD}</head><body><div class="site-header">{_MENU}</div>
<div class="container"><div class="row"><div class="col-8"><article class="post hentry"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-content">{_p(PARAGRAPHS[:3])}
<div class="jp-relatedposts"><h3>Related</h3>{_p(OTHERS[:3], "h4")}</div>
{_p(PARAGRAPHS[3:])}</div>
<div class="sharedaddy">แชร์ Facebook Line</div><div class="post-navigation"><a href="/a">← {OTHERS[3]}</a> <a href="/b">{OTHERS[4]} →</a></div>
</article></div><div class="col-4 sidebar widget-area"><div class="widget"><h4>ข่าวยอดนิยม</h4><ul>{_links(OTHERS)}</ul></div></div></div></div>
<div class="footer">{_FOOT}</div><div class="cky-consent-container">{COOKIES}</div></body></html>"""

_DIVS = f"""<html><head>{_HEAD}</head><body><div id="app"><div class="navbar">{_MENU}</div>
<div class="content-wrapper"><div class="news-title">{TITLE}</div><div class="news-detail">
{"<br><br>".join(PARAGRAPHS)}</div></div>
<div class="box"><div class="box-title">ข่าวประชาสัมพันธ์อื่น ๆ</div>
{"".join(f'<div class="card"><a href="/n{n}"><img src="x.jpg" alt="{other}"><div>{other}</div></a><span>12 ก.ย. 2566</span></div>' for n, other in enumerate(OTHERS))}</div>
<div class="bottom">{_FOOT}</div></div><div class="modal cookie">{COOKIES}</div></body></html>"""

_TABLES = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-874"><title>{TITLE}</title></head>
<body bgcolor="#ffffff"><table width="100%"><tr><td colspan="2">{" | ".join(f'<a href="{n}.php">{word}</a>' for n, word in enumerate(MENU))}</td></tr>
<tr><td width="20%" valign="top"><table>{"".join(f'<tr><td><a href="x{n}">{other}</a></td></tr>' for n, other in enumerate(OTHERS))}</table></td>
<td valign="top"><font size="4"><b>{TITLE}</b></font><br><font size="2">{"<br>".join("&nbsp;&nbsp;&nbsp;" + line for line in PARAGRAPHS)}</font></td></tr>
<tr><td colspan="2" align="center"><font size="1">{_FOOT}</font></td></tr></table></body></html>"""

_LIST = f"""<!doctype html><html><head>{_HEAD}</head><body><nav>{_MENU}</nav><div class="main"><h1>{TITLE}</h1>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><ol>{"".join(f"<li>{line[3:]}</li>" for line in PARAGRAPHS[2:5])}</ol><p>{PARAGRAPHS[5]}</p>
<h3>ข่าวที่เกี่ยวข้อง</h3><ul>{_links(OTHERS)}</ul></div><footer>{_FOOT}</footer></body></html>"""

_ROWS = (("กรมส่งเสริมสหกรณ์", "บริการภาครัฐ", "ดีเด่น"), ("กรมพัฒนาที่ดิน", "เลิศรัฐ สานพลัง", "ดี"))
_TABLE = f"""<!doctype html><html><head>{_HEAD}</head><body><header>{_MENU}</header><article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>
<table><tr><th>หน่วยงาน</th><th>สาขา</th><th>ระดับ</th></tr>{"".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in _ROWS)}</table>
<p>{PARAGRAPHS[5]}</p></article><aside>{_p(OTHERS)}</aside><footer>{_FOOT}</footer></body></html>"""

_HIDDEN = f"""<!doctype html><html><head>{_HEAD}</head><body><div class="content"><h2>{TITLE}</h2>{_p(PARAGRAPHS)}
<p style="display:none">{OTHERS[0]}</p><p hidden>{OTHERS[1]}</p><!-- {OTHERS[2]} --><noscript>{OTHERS[3]}</noscript>
<template><p>{OTHERS[4]}</p></template><form><textarea>{COMMENT}</textarea><select><option>{OTHERS[0]}</option></select></form>
</div><div class="footer">{_FOOT}</div></body></html>"""

_SHORT = f"""<!doctype html><html><head>{_HEAD}</head><body><div class="menu">{_MENU}</div><div id="page"><div class="left">
<h3>ข่าวเด่น</h3>{"".join(f'<div class="item"><h4><a href="{n}">{other}</a></h4><p>{other} ในพิธีมอบรางวัลซึ่งจัดขึ้นเมื่อเร็ว ๆ นี้ <a href="{n}">อ่านต่อ</a></p></div>' for n, other in enumerate(OTHERS))}</div>
<div class="right"><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p></div></div><div id="footer">{_FOOT}</div></body></html>"""

_SPANS = f"""<!doctype html><html><head>{_HEAD}</head><body><div class="elementor elementor-location-header">{_MENU}</div>
<div class="elementor elementor-location-single"><section class="elementor-section"><div class="elementor-widget-theme-post-title"><h1>{TITLE}</h1></div>
<div class="elementor-widget-theme-post-content"><div class="elementor-widget-container">{"".join(f'<div dir="auto"><span style="font-size:16px">{line[:20]}</span><span>{line[20:40]}</span><b>{line[40:]}</b></div>' for line in PARAGRAPHS)}</div></div></section>
<section class="elementor-section"><div class="elementor-posts-container">{"".join(f'<article class="elementor-post"><h3><a href="{n}">{other}</a></h3><div class="elementor-post__excerpt"><p>{other} เพื่อยกระดับการให้บริการประชาชน</p></div></article>' for n, other in enumerate(OTHERS))}</div></section></div>
<div class="elementor elementor-location-footer">{_FOOT}</div></body></html>"""

_JSON = f"""<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{TITLE}</title>
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite", "name": "x"}},
{{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "2566-09-15", "mainEntityOfPage": "https://example.go.th/n/2"}}]}}</script></head>
<body><div role="navigation">{_MENU}</div><div role="main"><h1>{TITLE}</h1>{_p(PARAGRAPHS, "div")}</div>
<div role="complementary">{_p(OTHERS, "div")}</div><div role="contentinfo">{_FOOT}</div></body></html>"""

_TICKER = f"""<!doctype html><html><head>{_HEAD}</head><body>
<marquee>{" *** ".join(OTHERS)}</marquee><div class="topbar">{_MENU}</div>
<div class="wrap"><div class="breadcrumb"><a href="/">หน้าแรก</a> / <a href="/n">ข่าว</a></div><h1>{TITLE}</h1>
<div class="meta">15 ก.ย. 2566 | 104 ครั้ง</div><div class="detail"><p>{PARAGRAPHS[0]}<br>{PARAGRAPHS[1]}<br>{PARAGRAPHS[2]}<br>{PARAGRAPHS[3]}</p><p>{PARAGRAPHS[4]}</p><p>{PARAGRAPHS[5]}</p></div>
<p><strong>อ่านเพิ่มเติม:</strong> <a href="/1">{OTHERS[0]}</a></p><p><a href="/2">{OTHERS[1]}</a></p>
<div class="tags">แท็ก: <a href="/t">รางวัลเลิศรัฐ</a></div></div><div class="footer">{_FOOT}</div></body></html>"""

PAGES: Final = (
    Page("semantic", _SEMANTIC),
    Page("related inside", _RELATED_INSIDE),
    Page("divs and line breaks", _DIVS),
    Page("tables of the nineties", _TABLES),
    Page("a numbered list", _LIST, (*PARAGRAPHS[:2], *(line[3:] for line in PARAGRAPHS[2:5]), PARAGRAPHS[5])),
    Page(
        "a table of winners", _TABLE, (PARAGRAPHS[0], *(cell for row in _ROWS for cell in row), PARAGRAPHS[5])
    ),
    Page("hidden parts", _HIDDEN),
    Page("short among teasers", _SHORT, PARAGRAPHS[:1]),
    Page("a page builder", _SPANS),
    Page("roles and JSON-LD", _JSON),
    Page("ticker and see also", _TICKER),
)
