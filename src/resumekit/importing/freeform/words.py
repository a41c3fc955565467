"""Words that tell a role from an employer, a school, a degree, a place."""

from __future__ import annotations

import re
from functools import cache

_ROLES = (
    r"engineer|developer|programmer|manager|director|analyst|consultant|scientist|researcher|architect|"
    r"designer|intern|lead|head of|"
    r"officer|assistant|associate|specialist|administrator|coordinator|technician|teacher|tutor|mentor|"
    r"professor|lecturer|fellow|"
    r"student|trainee|apprentice|accountant|nurse|writer|editor|founder|co-founder|ceo|cto|cfo|coo|"
    r"president|chair|member|"
    r"supervisor|strategist|advisor|adviser|representative|clerk|operator|instructor|trainer|volunteer|"
    r"organi[sz]er|producer|"
    r"freelancer?|contractor|partner|owner|postdoc\w*|senior|junior|staff|principal|sre|devops|translator|"
    r"librarian|keeper|cook|chef|"
    r"\w*entwickler(?:in)?|\w*ingenieur(?:in)?|\w*leiter(?:in)?|leitung|\w*berater(?:in)?|"
    r"\w*mitarbeiter(?:in)?|praktikant(?:in)?|"
    r"werkstudent(?:in)?|\w*assistent(?:in)?|\w*forscher(?:in)?|geschäftsführer(?:in)?|"
    r"sachbearbeiter(?:in)?|referent(?:in)?|\w*lehrer(?:in)?|"
    r"auszubildende[rn]?|praktikum|\w*techniker(?:in)?|\w*verwalter(?:in)?|programmierer(?:in)?|"
    r"ingénieure?|développeu(?:r|se)|responsable|chef(?:fe)?|directeur|directrice|stagiaire|analyste|"
    r"consultante?|chercheu(?:r|se)|"
    r"ingenier[oa]|desarrollador[a]?|gerente|becari[oa]|profesor[a]?|ingegnere|sviluppat(?:ore|rice)|"
    r"responsabile|tirocinante|"
    r"engenheir[oa]|desenvolvedor[a]?|estagiári[oa]|ontwikkelaar|stagiair|medewerker|инженер|разработчик|менеджер|"
    r"programista|inżynier|kierownik|utvecklare|ingenjör|"
    r"abogad[oa]|pasante|enfermer[oa]|técnic[oa]|director[a]|jef[ea]|coordinador[a]?|consultor[a]?|analista|auxiliar|"
    r"contador[a]?|diseñador[a]?|investigador[a]?|docente|encargad[oa]|vendedor[a]?|avvocat[oa]|impiegat[oa]|"
    r"infirmi(?:er|ère)|professeure?|enseignante?|avocate?|comptable|juriste|treasurer|secretary|captain|coach"
)
_ROLES_CJK = (
    r"エンジニア|開発者|マネージャー?|リーダー|担当|部長|課長|主任|プログラマー?|デザイナー|アナリスト|"
    r"コンサルタント|インターン|研究員|アルバイト|工程师|工程師|经理|經理|主管|总监|總監|"
    r"实习生|實習生|开发|設計師|设计师|分析师|教师|顾问|助理|负责人|研究员|엔지니어|개발자|매니저|인턴|연구원"
)
_ORGANIZATIONS = (
    r"ltd|limited|inc|llc|llp|plc|corp|corporation|co|company|gmbh|ag|kg|kgaa|ohg|ug|se|e\.\s?v|s\.?a|"
    r"s\.?a\.?s|s\.?a\.?r\.?l|sarl|s\.?r\.?l|"
    r"s\.?p\.?a|b\.?v|n\.?v|oy|ab|a/s|aps|as|sp\. z o\.o|s\.?r\.?o|pty|pvt|group|holdings?|bank|labs?|"
    r"laborator(?:y|ies)|institute|institut|"
    r"foundation|studios?|agency|hospital|clinic|museum|library|ministry|council|association|society|"
    r"technologies|systems|"
    r"solutions|software|partners|ventures|industries|works|werke|stiftung|verein|krankenhaus|"
    r"klinik(?:um)?|gruppe|services|"
    r"consulting|networks?|media|airlines|motors|pharma|energy|insurance|versicherung|sparkasse|amt|stadt|"
    r"ooo|ооо|зао|оао"
)
_ORGANIZATIONS_CJK = (
    r"株式会社|有限会社|合同会社|\(株\)|（株）|㈱|公司|集团|集團|银行|銀行|研究所|研究院|主식회사|주식회사|"
    r"\(주\)|財団|法人|事務所|工作室|科技|病院|医院"
)
_SCHOOLS = (
    r"universit\w*|hochschule\w*|\w*hochschule|college|school|\w*schule|academy|akademie|"
    r"institute of technology|polytechnic\w*|"
    r"école|lycée|universidad|instituto|politecnico|politécnic[oa]|università|faculté|gymnasium|"
    r"\w*gymnasium|liceo|escuela|"
    r"faculdade|universiteit|hogeschool|университет|институт|uniwersytet|politechnika|universitet\w*|"
    r"högskola|eth|tu|fh|mit|"
    r"institut[eo]?|conservatory|seminary|kolleg|berufskolleg|univ"
)
_SCHOOLS_CJK = r"大学|大學|高校|高等学校|高等專科|専門学校|学院|學院|高中|中学|中學|대학교|대학원|고등학교"
_DEGREES = (
    r"(?:bachelor|master|doctor|magister|licen[cs]iate|"
    r"associate)(?:['’]?s)?(?:\s+degree)?(?:\s+of\s+(?:science|arts|engineering|business administration|"
    r"philosophy|laws?|education|fine arts|technology|commerce|medicine|applied science|music|architecture|"
    r"public health|computer science))?|"
    r"(?:b|m)\.?\s?(?:sc|a|eng|tech|s|ed|ba|phil|com|arch|res)(?:\.|\b)(?:\s*\((?:hons?\.?|honours|"
    r"hons)\))?|bsc|msc|mba|meng|beng|ba|ma|bs|ms|ph\.?\s?d\.?|dphil|d\.?sc\.?|dr\.(?:[ -]?\w+\.)?|"
    r"doctorate|promotion|diplom(?:[- ]\w+)?|diploma|staatsexamen|abitur|fachabitur|mittlere reife|matura|"
    r"a[- ]levels?|gcses?|high school diploma|"
    r"diplôme(?: d['’]\w+)?|"
    r"licence|maîtrise|doctorat|baccalauréat|dut|bts|grado|licenciatura|máster|maestría|doctorado|"
    r"bachillerato|ingeniería|laurea(?: magistrale| triennale)?|"
    r"mestrado|doutorado|bacharelado|graduação|ausbildung zum|ausbildung zur|ausbildung|certificate|"
    r"higher national diploma|hnd|magistr|inżynier|"
    r"бакалавр|магистр|кандидат наук|minor|major"
)
_DEGREES_CJK = r"学士|學士|修士|博士|硕士|碩士|本科|学部|専攻|研究科|卒業|修了|학사|석사|박사"
_PUBLISHERS = (
    r"journal|transactions|proceedings|proc\.|conference|symposium|workshop|press|magazine|letters|review|"
    r"arxiv|ieee|acm|springer|elsevier|"
    r"nature|science|verlag|publish\w*|annals|bulletin|archives?|quarterly|zeitschrift|tagung|konferenz|"
    r"conférence|revue|thesis|dissertation|book|volume|vol\."
)
_PLACES = (
    r"remote|home office|homeoffice|hybrid|worldwide|usa|u\.s\.a?\.?|us|uk|u\.k\.|uae|eu|england|scotland|"
    r"wales|deutschland|schweiz|österreich|"
    r"bayern|bavaria|california|ontario|texas|massachusetts|washington|quebec|münchen|köln|wien|zürich|"
    r"genève|geneva|frankfurt(?: am main)?|stuttgart|"
    r"düsseldorf|leipzig|dresden|hannover|nürnberg|bremen|essen|dortmund|bonn|karlsruhe|mannheim|"
    r"heidelberg|freiburg|aachen|potsdam|hamburg|"
    r"münster|augsburg|ulm|basel|bern|graz|linz|salzburg|san francisco|san jose|seattle|boston|austin|"
    r"dallas|houston|atlanta|"
    r"miami|philadelphia|portland|san diego|palo alto|mountain view|cambridge|oxford|manchester|birmingham|"
    r"bristol|leeds|edinburgh|glasgow|"
    r"lyon|marseille|toulouse|nantes|grenoble|lille|bordeaux|barcelona|valencia|sevilla|milano?|torino|"
    r"roma?|bologna|firenze|napoli|porto|"
    r"rotterdam|utrecht|eindhoven|den haag|delft|gothenburg|göteborg|kraków|krakow|wrocław|gdańsk|poznań|"
    r"brno|montreal|ottawa|bangalore|bengaluru|"
    r"hyderabad|pune|chennai|mumbai|new delhi|delhi|beijing|shenzhen|guangzhou|hangzhou|hsinchu|taichung|"
    r"kaohsiung|osaka|kyoto|nagoya|yokohama|fukuoka|sapporo|kobe|são paulo|rio de janeiro"
)
_PLACES_CJK = (
    r"東京(?:都)?\S{0,4}|大阪\S{0,4}|京都\S{0,3}|横浜\S{0,3}|名古屋\S{0,2}|福岡\S{0,3}|北京\S?|上海\S?|"
    r"深圳\S?|广州\S?|杭州\S?|成都\S?|"
    r"南京\S?|武汉\S?|西安\S?|台北\S?|新竹\S?|台中\S?|高雄\S?|서울\S{0,3}|부산\S{0,3}|\S{1,4}[都道府県市省]"
)
_POSTAL = re.compile(
    r"(?<!\d)(?:[A-Z]{1,2}-)?\d{4,6}(?![\d])(?:-\d{3,4})?|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|〒?\s?\d{3}-\d{4}"
)


def _about(words: str, cjk: str = "") -> re.Pattern[str]:
    latin = rf"(?<![\w])(?:{words})(?![\w])"
    return re.compile(f"{latin}|{cjk}" if cjk else latin, re.IGNORECASE)


_ROLE, _ORGANIZATION = _about(_ROLES, _ROLES_CJK), _about(_ORGANIZATIONS, _ORGANIZATIONS_CJK)
_SCHOOL, _PUBLISHER = _about(_SCHOOLS, _SCHOOLS_CJK), _about(_PUBLISHERS, "学会|学報|論文誌|学报|期刊|会议")
DEGREE = _about(_DEGREES, _DEGREES_CJK)
"""A degree, or a kind of study."""


def is_role(text: str) -> bool:
    """Tell whether a word of it names what a person does."""
    return bool(_ROLE.search(text))


def is_organization(text: str) -> bool:
    """Tell whether a word of it names a company, an institute, a school."""
    return bool(_ORGANIZATION.search(text)) or is_school(text)


def is_school(text: str) -> bool:
    """Tell whether a word of it names a school."""
    return bool(_SCHOOL.search(text))


def is_degree(text: str) -> bool:
    """Tell whether a word of it names a degree."""
    return bool(DEGREE.search(text))


def is_publisher(text: str) -> bool:
    """Tell whether a word of it names what papers appear in."""
    return bool(_PUBLISHER.search(text))


@cache
def _locations() -> frozenset[str]:
    """Return the names of countries and of large towns, by CLDR, in lower case."""
    from babel import Locale
    from babel.core import get_global

    known: set[str] = set()
    for tag in ("en", "de", "fr", "es", "it", "ja", "zh-Hans", "zh-Hant"):
        locale = Locale.parse(tag, sep="-")
        known |= {str(name).casefold() for code, name in locale.territories.items() if len(code) == 2}
        known |= {str(zone["city"]).casefold() for zone in locale.time_zones.values() if zone.get("city")}
    known |= {str(zone).rpartition("/")[2].replace("_", " ").casefold() for zone in get_global("zone_territories")}
    return frozenset(known)


_PLACE = re.compile(rf"(?:{_PLACES}|{_PLACES_CJK})", re.IGNORECASE)
_REGION = re.compile(r"[A-Z]{2,3}")


def is_place(text: str) -> bool:
    """Tell whether a text is the name of a place: a town that is known, a country, a town with its region."""
    parts = [
        part.strip(" ()[]")
        for part in re.split(r"[,/;、，]|\s[–-]\s|\s(?:and|und|et|y|e)\s", text)
        if part.strip(" ()[]")
    ]
    if not parts or len(text) > 60 or len(parts) > 4:
        return False
    if all(_is_known_place(part) for part in parts):
        return True
    last = parts[-1]
    return (
        2 <= len(parts) <= 3
        and (bool(_REGION.fullmatch(last)) or _is_known_place(last))
        and not is_organization(text)
        and not is_role(text)
    )


def _is_known_place(text: str) -> bool:
    name = _POSTAL.sub("", text).strip(" ,").casefold()
    return bool(name) and (name in _locations() or bool(_PLACE.fullmatch(name)))


def has_postal_code(text: str) -> bool:
    """Tell whether a number in it may be the post's."""
    return bool(_POSTAL.search(text))
