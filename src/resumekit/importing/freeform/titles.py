"""The titles that people give the sections of a résumé, by what they are about."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_KNOWN = {
    "summary": "summary|profile|about|about me|professional summary|career summary|executive summary|introduction|"
    "personal statement|"
    "objective|career objective|personal profile|professional profile|overview|kurzprofil|profil|über mich|"
    "zusammenfassung|kurzzusammenfassung|"
    "à propos|profil professionnel|résumé|objectif|perfil|perfil profesional|resumen|sobre mí|acerca de mí|objetivo|"
    "profilo|profilo professionale|perfil profissional|sobre mim|resumo|profiel|over mij|samenvatting|"
    "自己紹介|自己pr|自己ＰＲ|職務要約|概要|プロフィール|要約|自我介绍|自我介紹|自我评价|自我評價|个人简介|"
    "個人簡介|个人总结|个人评价|简介|"
    "자기소개|소개|о себе|профиль|o mnie|podsumowanie",
    "work": "experience|work experience|professional experience|employment|employment history|work history|career|"
    "career history|"
    "relevant experience|professional background|industry experience|positions|internships|internship|"
    "research experience|teaching experience|"
    "academic experience|academic positions|appointments|academic appointments|experience and internships|"
    "professional history|"
    "berufserfahrung|beruflicher werdegang|werdegang|praktische erfahrung|berufspraxis|"
    "berufliche erfahrung|berufliche stationen|praktika|"
    "expérience|expériences|expérience professionnelle|expériences professionnelles|parcours professionnel|"
    "experiencia|experiencia profesional|experiencia laboral|trayectoria profesional|esperienza|esperienze|"
    "esperienza lavorativa|"
    "esperienze lavorative|esperienza professionale|esperienze professionali|experiência|experiência profissional|"
    "werkervaring|ervaring|職歴|職務経歴|経歴|業務経歴|職務履歴|工作经历|工作經歷|工作经验|"
    "工作經驗|实习经历|實習經歷|经历|"
    "경력|경력사항|경력 사항|опыт работы|опыт|doświadczenie|doświadczenie zawodowe|arbetslivserfarenhet|"
    "erhvervserfaring",
    "projects": "projects|personal projects|selected projects|side projects|key projects|open source|"
    "open source projects|"
    "academic projects|portfolio|projekte|eigene projekte|ausgewählte projekte|projets|projets personnels|"
    "proyectos|progetti|projetos|"
    "projecten|プロジェクト|開発経験|個人開発|项目|项目经历|项目经验|項目經歷|專案|專案經歷|專案經驗|"
    "프로젝트|проекты|projekty",
    "education": ""
    "education|academic background|education and training|academic history|educational background|studies|"
    "academic qualifications|"
    "qualifications and education|bildung|ausbildung|studium|bildungsweg|schulbildung|"
    "akademische ausbildung|bildungsgang|"
    "hochschulbildung|studium und schule|ausbildung und studium|schule|formation|formations|études|"
    "diplômes|formation académique|"
    "educación|formación|formación académica|estudios|istruzione|istruzione e formazione|formazione|"
    "educação|formação|"
    "formação acadêmica|opleiding|opleidingen|onderwijs|学歴|教育|教育背景|教育经历|教育經歷|学习经历|學歷|"
    "学历|학력|학력사항|образование|"
    "edukacja|wykształcenie|utbildning|uddannelse|学歴・職歴",
    "skills": "skills|technical skills|core skills|key skills|competencies|core competencies|expertise|"
    "areas of expertise|technologies|"
    "technical expertise|technical proficiencies|skill set|skillset|tools|tech stack|technology|proficiencies|"
    "kenntnisse|fähigkeiten|fachkenntnisse|kompetenzen|it kenntnisse|edv kenntnisse|technische kenntnisse|"
    "fertigkeiten|"
    "qualifikationen|besondere kenntnisse|compétences|compétences techniques|savoir faire|habilidades|"
    "competencias|aptitudes|"
    "conocimientos|competenze|competenze tecniche|capacità|habilidades e competências|competências|vaardigheden|"
    "スキル|技術|技術スキル|専門スキル|活かせる経験・知識・技術|活かせる経験・知識|テクニカルスキル|技能|"
    "专业技能|專業技能|技术栈|個人技能|"
    "기술|기술 스택|보유기술|навыки|ключевые навыки|umiejętności|kompetenser|kompetencer",
    "languages": ""
    "languages|language skills|spoken languages|foreign languages|sprachen|sprachkenntnisse|fremdsprachen|"
    "langues|"
    "langues étrangères|idiomas|lenguas|lingue|competenze linguistiche|línguas|talen|talenkennis|語学|"
    "語学力|言語|语言|语言能力|"
    "語言|語言能力|外语|외국어|어학|языки|иностранные языки|języki|języki obce|språk|sprog",
    "certificates": "certificates|certifications|certification|licenses|licenses and certifications|"
    "certifications and licenses|professional certifications|"
    "courses|training|courses and certifications|professional development|zertifikate|zertifizierungen|"
    "weiterbildung|weiterbildungen|fortbildungen|"
    "fortbildung|certificats|certifications professionnelles|certificaciones|certificados|cursos|"
    "certificazioni|certificati|"
    "certificações|certificaten|certificeringen|資格|免許・資格|資格・免許|保有資格|取得資格|证书|資格證書|"
    "证照|證照|资格证书|자격증|자격|"
    "сертификаты|курсы|certyfikaty|kursy",
    "awards": "awards|honors|honours|awards and honors|honors and awards|achievements|scholarships|"
    "awards and scholarships|prizes|"
    "grants and awards|auszeichnungen|preise|ehrungen|stipendien|auszeichnungen und stipendien|"
    "distinctions|prix|prix et distinctions|bourses|"
    "premios|reconocimientos|logros|premi|riconoscimenti|prêmios|prijzen|受賞|受賞歴|表彰|获奖|获奖经历|"
    "獲獎|獲獎紀錄|荣誉|荣誉奖项|"
    "수상|수상경력|награды|достижения|nagrody",
    "publications": "publications|publication|selected publications|papers|research papers|journal articles|articles|"
    "conference papers|"
    "books|refereed publications|veröffentlichungen|publikationen|publicaciones|pubblicazioni|publicações|"
    "publicaties|"
    "論文|論文・著書|著書|発表|业绩|発表論文|论文|发表论文|出版物|論文發表|논문|публикации|publikacje",
    "patents": "patents|patent|patents and applications|patente|brevets|patentes|brevetti|octrooien|特許|专利|專利|"
    "특허|"
    "патенты|patenty",
    "volunteer": "volunteer|volunteering|volunteer experience|volunteer work|community service|community involvement|"
    "ehrenamt|ehrenamtliche tätigkeit|ehrenamtliche tätigkeiten|ehrenamtliches engagement|engagement|"
    "soziales engagement|bénévolat|"
    "voluntariado|volontariato|vrijwilligerswerk|ボランティア|ボランティア活動|志愿者|志愿经历|志工|義工|"
    "志工經歷|봉사활동|"
    "волонтёрство|wolontariat",
    "interests": "interests|hobbies|hobbies and interests|interests and hobbies|personal interests|activities|"
    "interessen|hobbys|"
    "hobbies und interessen|interessen und hobbys|freizeit|centres d'intérêt|centres d intérêt|loisirs|"
    "intérêts|intereses|aficiones|"
    "interessi|hobby|interesses|interesses pessoais|趣味|趣味・特技|趣味・関心|兴趣|兴趣爱好|興趣|관심사|"
    "취미|интересы|хобби|"
    "zainteresowania",
    "references": "references|referees|recommendations|testimonials|referenzen|références|referencias|referenze|"
    "referências|"
    "referenties|推薦者|推荐人|推薦人|추천인|рекомендации|referencje",
    "contact": "contact|contacts|contact details|contact information|contact info|get in touch|kontakt|kontaktdaten|"
    "coordonnées|"
    "contacto|datos de contacto|contatti|contato|contactgegevens|連絡先|联系方式|聯絡方式|連絡方式|연락처|контакты|"
    "personal details|personal information|personal data|personalien|persönliche daten|persönliche angaben|"
    "zur person|"
    "informations personnelles|données personnelles|datos personales|dati personali|dados pessoais|"
    "persoonlijke gegevens|"
    "基本情報|個人情報|个人信息|基本信息|個人資料|인적사항|личные данные|dane osobowe|links|find me online|"
    "social|profiles",
}
_UNSAID = (
    r"professional|selected|relevant|additional|other|further|my|key|main|technical|personal|recent|weitere|"
    r"ausgewählte|sonstige|autres|otros|otras|altre|altri"
)
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|i|och|og|и)\s+|\s*[&/+|、・与與及和,]\s*")
_LETTERS_APART = re.compile(r"(?:\S\s){3,}\S")
_LONGEST = 60
CONTACT = "contact"
"""What stands for the details of the head of the page, which is no section of a résumé."""


@cache
def _sections() -> dict[str, tuple[str, str]]:
    """Return the section and the language of each known title."""
    from resumekit.present.words import languages, words

    found: dict[str, tuple[str, str]] = {}
    for tag in ("en", *languages()):
        for section, title in words(tag).sections.items():
            found.setdefault(_plain(title), (section, tag))
    for section, titles in _KNOWN.items():
        for title in titles.split("|"):
            found.setdefault(_plain(title), (section, ""))
    return found


def section_of(title: str) -> str | None:
    """Return the section that a title is usual for, or None."""
    plain = _plain(title)
    if not plain or len(title) > _LONGEST:
        return None
    sections = _sections()
    known = sections.get(plain) or sections.get(re.sub(rf"^(?:(?:{_UNSAID})\s+)+", "", plain))
    if known:
        return known[0]
    parts = [part for part in _AND.split(plain) if part]
    each = [sections.get(part) or sections.get(re.sub(rf"^(?:{_UNSAID})\s+", "", part)) for part in parts]
    return each[0][0] if len(parts) > 1 and each[0] and all(each) else None


def language_of(titles: list[str]) -> str:
    """Return the tag of the language that most titles are in by the words of our own, or nothing."""
    counts: dict[str, int] = {}
    from resumekit.present.words import languages, words

    for tag in languages():
        own = {_plain(title) for title in words(tag).sections.values()}
        counts[tag] = sum(_plain(title) in own for title in titles)
    best = max(counts.values(), default=0)
    tied = [tag for tag, count in counts.items() if count == best]
    return "en" if "en" in tied else tied[0] if best >= 2 else ""


def same(title: str, other: str) -> bool:
    """Tell whether two titles are the same but for capitals and spaces."""
    return _plain(title) == _plain(other)


def _plain(title: str) -> str:
    """Return a title in lower case, without what stands around its words; of `S K I L L S`, the word."""
    title = unicodedata.normalize("NFKC", title).strip()
    if _LETTERS_APART.fullmatch(title):
        title = "".join(part.replace(" ", "") if len(part) < 99 else part for part in re.split(r"\s{2,}", title))
    words = re.sub(r"[\s\-_]+", " ", title.casefold().strip(" :.-–—_|#*=~[]()【】〔〕■□◆●▼▶§'\"：")).replace("’", "'")
    return words.replace(" & ", " and ") if words.isascii() else words
