"""Names that are also words of English or German, the languages in which a word of prose may have a capital.

English capitalizes the first word of each bullet and the words of titles; German capitalizes every noun. Such a name
alone says nothing about anybody: `May 2020`, `Young people`, `Koch für 40 Gäste`.
"""

_WORDS = """
april august autumn amber archer armstrong art
bach baker banks bauer baum berg best bill bird bishop black braun brook brooks brown bush butler
carpenter carter case chance chase christian church clay coach cole cook cooper cross crystal
dale dawn day dean drew duke
early earnest ernst english example
faith fields field fisher flowers ford forest foster fox frank freeman french frost fuchs
gardener gardner german glass good grace grant gray green grey gross guy
hall hand hart heart herbst hill holiday hope house hunt hunter
iris irish ivy
jack jewel joy judge june jung jordan
kaiser kelly key keys king klein knight koch kraft kurz konig koenig
lake lance land lane lang law leader lee lily little long love
major march mark marks marshall martin mason masters max may meister mercy miles mill miller mills moon
nice noble norm north
olive
page park parker parks parrish pat pearl penny perry piper pollard pope porter post potter power powers price
prince
ray reader reed rice rich richter rider rivers road rob robin rock rose ruby rush
sample sandy savage schmied schneider schreiber schulz schwarz school scott self sharp shepherd short skip sky
small smart smith snow sommer south speaker stark stein sterling stone strange street strong summer summers swift
taylor temple tester tony town turner
victor violet vogel vogt
wade wagner wald walker wall walter ward warden waters weaver weber weeks weiss welsh west white wild will winter
wise wolf wood woods worth wright
york young
zimmermann
"""

COMMON_WORDS = frozenset(_WORDS.split())
