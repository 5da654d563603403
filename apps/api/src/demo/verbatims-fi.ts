import { about, at, type Remarks } from "./verbatim.ts";

/** Finnish remarks of the demonstration; invented. */
export const remarksFi: Remarks = {
  times: {
    complaint: [
      "Odotin päätöstä {seitsemän|kahdeksan|yhdeksän} kuukautta, vaikka sivuilla luvattiin neljä.",
      "Käsittely kestää aivan liian kauan.",
      "Hakemus on ollut vireillä {helmikuusta|maaliskuusta|toukokuusta} asti eikä mitään ole tapahtunut.",
      about(
        "work",
        "Työnantaja ei jaksanut odottaa lupaa ja otti toisen työntekijän. Kolme kuukautta kesätyöluvasta on liikaa, kun kesä on silloin ohi.",
      ),
      about(
        "family",
        "Lapsemme ehti täyttää kaksi ennen kuin saimme päätöksen. Perheen erossa olo pitäisi näkyä siinä, missä järjestyksessä hakemuksia käsitellään.",
      ),
      about(
        "study",
        "Lupa tuli {kolme|kaksi} viikkoa lukukauden alkamisen jälkeen, joten jouduin siirtämään opintojani puoli vuotta.",
      ),
      about(
        "citizenship",
        "Kansalaisuushakemus on seissyt jo {puolitoista|kaksi} vuotta. Ymmärrän, että selvityksiä pitää tehdä, mutta ei niitä kahta vuotta tehdä.",
      ),
      "Jatkolupa haettiin ajoissa ja silti vanha kortti ehti vanhentua. Pankki sulki verkkopankin sen takia.",
      "Täydensin hakemusta samana päivänä kun pyydettiin. Sen jälkeen odotin {kymmenen|yksitoista|kaksitoista} viikkoa.",
      "Samaan aikaan hakenut työkaverini sai päätöksen kuukaudessa, minä odotin viisi. Papereissa ei ollut mitään eroa.",
      "Päätös sinänsä oli oikea, mutta siinä meni kohtuuttoman kauan.",
      "Puoli vuotta ilman tietoa siitä, saako jäädä maahan, on henkisesti todella raskasta. Nukun huonosti ja töissä on vaikea keskittyä.",
      "Korttia odotin päätöksen jälkeen vielä {kolme|neljä} viikkoa. Eikö sen voisi painaa nopeammin?",
      about("eu", "Rekisteröinti on viiden minuutin asia, mutta aikaa siihen sai odottaa yli kuukauden."),
      "Luvan uusiminen joka vuosi samoilla papereilla vie aikaa sekä teiltä että minulta.",
      "Kesällä kaikki tuntui pysähtyvän. Heinäkuussa ei tapahtunut yhtään mitään.",
      about(
        "protection",
        "Olen odottanut puhuttelua {yksitoista|neljätoista} kuukautta. En voi aloittaa mitään ennen kuin tiedän.",
      ),
    ],
    idea: [
      "Jos hakemuksesta puuttuu vain yksi paperi, sen voisi kysyä heti ensimmäisellä viikolla eikä vasta kolmen kuukauden päästä.",
      "Saman työnantajan palveluksessa jatkavien jatkoluvat voisi tehdä automaattisesti, kun tiedot löytyvät jo rekistereistä.",
      "Antakaa kiireellisille hakemuksille oma jono ja perikää siitä vaikka lisämaksu.",
      about("work", "Työnantajan ilmoitus voisi riittää, kun ala ja palkka ovat selviä. Silloin lupa tulisi päivissä."),
      "Myöntäkää jatkoluvat suoraan pidemmäksi ajaksi, niin hakemuksia tulisi teille vähemmän ja jono lyhenisi.",
    ],
    question: [
      "Milloin voin odottaa päätöstä, jos hakemus on jätetty {kesäkuussa|heinäkuussa|elokuussa}?",
      "Miksi käsittely kestää toisilla kuukauden ja toisilla vuoden?",
      "Voiko hakemusta kiirehtiä, jos työ alkaa jo {tammikuussa|ensi kuussa}?",
    ],
    praise: [
      "Lupa tuli {yhdeksässä päivässä|kahdessa viikossa|kolmessa viikossa}. En olisi uskonut, kiitos!",
      "Käsittely oli tällä kertaa selvästi nopeampi kuin kaksi vuotta sitten.",
      about("work", "Erityisasiantuntijan lupa hoitui kahdessa viikossa. Näin sen pitääkin mennä."),
    ],
  },
  transparency: {
    complaint: [
      "En tiedä missä vaiheessa hakemukseni on. Verkkopalvelussa lukee kuukaudesta toiseen vain ”käsittelyssä”.",
      "Käsittelyaika-arvio muuttui kesken kaiken kahdesta kuukaudesta viiteen eikä kukaan kertonut miksi.",
      "Kukaan ei osaa sanoa, kauanko tässä vielä menee.",
      "Pahinta ei ole odottaminen vaan se, ettei tiedä odottaako viikon vai vuoden.",
      "Sain {tiistaina|perjantaina} viestin, että asiassani on tapahtunut muutos. Mitään muutosta en palvelusta löytänyt.",
      at(
        "chatbot",
        "Chatbot kertoo jonopaikan, mutta jonopaikka {1 480|2 310|860} ei kerro minulle mitään, kun en tiedä kuinka nopeasti jono liikkuu.",
      ),
      "Arvio sivuilla on laskettu vanhoista hakemuksista. Se ei kerro mitään siitä, milloin minä saan päätöksen.",
      "Hakemus siirtyi yksiköstä toiseen ja laskuri alkoi alusta. Olisi ollut reilua kertoa siitä.",
      "Lisäselvityspyynnöstä ei selvinnyt, mitä varten paperi tarvitaan ja pysähtyykö käsittely siksi aikaa.",
      "Jonopaikkani oli {maanantaina|keskiviikkona} 412 ja seuraavana päivänä 655. Kuka meni ohi?",
      "Päätös tuli ilman mitään ennakkotietoa. Matkat oli jo peruttu.",
      "Kolmen kuukauden hiljaisuus. Ei viestiä, ei puhelua, ei mitään.",
    ],
    idea: [
      "Lähettäkää tekstiviesti, kun asia siirtyy vaiheesta toiseen. Silloin ei tarvitsisi soittaa ja kysellä.",
      "Näyttäkää hakemuksen vaiheet janana: vastaanotettu, tarkastettu, odottaa lausuntoa, ratkaistavana. Postipaketistakin näkee enemmän.",
      "Kertokaa jonopaikan lisäksi arvioitu viikko, jolloin hakemus otetaan käsittelyyn.",
      "Olisi hyvä nähdä, onko hakemus jo jonkun virkailijan pöydällä vai vasta jonossa.",
      "Ilmoittakaa etukäteen, jos arvio venyy. Yksi rivi sähköpostissa riittäisi.",
      "Julkaiskaa käsittelyajat myös mediaanina. Keskiarvo ei auta, kun toiset saavat luvan päivässä ja toiset vuodessa.",
    ],
    question: [
      "Mistä näen, onko lisäselvitykseni tullut perille?",
      "Tarkoittaako ”odottaa” sitä, että teidän pitää tehdä jotain vai että minun pitää?",
      "Miksi jonopaikkani kasvaa eikä pienene?",
    ],
    praise: [
      at("chatbot", "Jonopaikan näkee nyt chatbotista. Pieni asia, mutta rauhoittaa kummasti."),
      "Tällä kertaa sain viestin joka vaiheesta ja arvio piti paikkansa päivän tarkkuudella.",
    ],
  },
  advice: {
    complaint: [
      at(
        "phone",
        "Jonotin puhelimessa {55 minuuttia|tunnin ja kymmenen minuuttia|47 minuuttia}, sitten puhelu katkesi.",
      ),
      at("phone", "Puhelinpalvelu on auki vain aamupäivällä, jolloin olen töissä. En ole kertaakaan päässyt läpi."),
      at("phone", "Numeroita on monta ja jokaisesta sanotaan, että soita toiseen numeroon."),
      at(
        "email",
        "Sähköpostiin vastattiin {viidessä viikossa|kuukaudessa}, ja vastaus oli linkki sivulle, jonka olin jo lukenut.",
      ),
      at("email", "Lähetin kolme viestiä. Yhteenkään ei ole vastattu."),
      at("chatbot", "Chatbot ei ymmärrä kysymystä ja tarjoaa aina samat neljä vaihtoehtoa. Ihmiselle ei pääse."),
      "Kysyin samaa asiaa kolmelta ja sain kolme eri vastausta.",
      "Neuvonnassa sanottiin, ettei yksittäistä hakemusta voi kommentoida. Mitä varten neuvonta sitten on?",
      "Venäjänkielistä neuvontaa ei saanut mistään, vaikka sivuilla niin luvataan.",
      at(
        "service-points",
        "Ajanvarauksessa ei ole vapaita aikoja {kahteen kuukauteen|seitsemään viikkoon}. Lähin löytyi {Oulusta|Vaasasta}, asun Helsingissä.",
      ),
      "Työnantajana en saa neuvoa ennen kuin hakemus on sisällä, ja silloin on jo myöhäistä.",
      "Minut pompoteltiin teiltä poliisille, poliisilta verottajalle ja takaisin teille.",
    ],
    idea: [
      at("phone", "Soittakaa takaisin! Kukaan ei ehdi roikkua linjalla työpäivän aikana."),
      "Pitäkää neuvonta auki edes yhtenä iltana viikossa.",
      at("service-points", "Ottakaa takaisin vuoronumerot edes aamupäiviksi. Kaikki eivät osaa varata aikaa netistä."),
      "Videoneuvonta auttaisi meitä, jotka asumme kaukana palvelupisteistä.",
      "Chatissa voisi olla oikea ihminen vaikka kaksi tuntia päivässä.",
      "Yksi numero kaikille asioille, ja valikosta sitten oikeaan paikkaan.",
    ],
    question: [
      "Mistä saa neuvoa, jos ei puhu suomea eikä englantia?",
      "Mihin numeroon soitetaan, kun asia koskee sekä työlupaa että perheenjäsenen lupaa?",
      "Saako palvelupisteeseen tulla kysymään ilman ajanvarausta?",
    ],
    praise: [
      about("work", "Työnantajalinja on paras uudistus vuosiin. Sieltä sai vastauksen heti ensimmäisellä soitolla."),
      at("email", "Sähköpostiini vastattiin seuraavana päivänä ja kaikki kohdat käytiin läpi."),
      at("phone", "Pääsin läpi {viidessä|kymmenessä} minuutissa, ja asia selvisi samalla puhelulla."),
    ],
  },
  instructions: {
    complaint: [
      "Ohjeet ovat hajallaan {viidellä|kuudella} eri sivulla, ja kahdella niistä sanotaan eri asia liitteistä.",
      "Liiteluettelosta ei selviä, mitkä paperit pitää kääntää ja mitkä laillistaa.",
      "Toimeentulovaatimus on selitetty niin, ettei siitä ymmärrä lasketaanko asumislisä mukaan.",
      "Ohjeteksti on lakikieltä. Luin sen kolme kertaa enkä vieläkään tiedä, tarvitsenko todistuksen.",
      "Suomen- ja englanninkielinen sivu kertovat eri summan.",
      about(
        "study",
        "Vakuutuksesta sanottiin vain, että sen pitää olla kattava. Minun ei kelvannut, eikä sitä olisi ohjeen perusteella voinut tietää.",
      ),
      about(
        "family",
        "Asiakaspalvelija pyysi vihkitodistuksen alkuperäisenä, ohjeessa riitti kopio. Menetimme käynnin.",
      ),
      about(
        "citizenship",
        "Kielitaidon osoittamisesta on kolme eri ohjetta. Kävin kokeen, jota ei olisi tarvinnut käydä.",
      ),
      "Lomakkeen kohta 14 on mahdoton ymmärtää, eikä siihen ole mitään selitystä.",
      "Hakemukseni hylättiin väärän liitteen takia. Olisin toimittanut oikean, jos se olisi sanottu jossain.",
    ],
    idea: [
      "Tehkää tarkistuslista, joka kysyy ensin tilanteen ja näyttää vain ne liitteet, jotka juuri minun pitää toimittaa.",
      "Lyhyt video siitä, miten hakemus täytetään, auttaisi enemmän kuin kymmenen sivua tekstiä.",
      "Malliesimerkki hyvästä hakemuksesta, kiitos.",
      "Selkokieliset ohjeet kaikille lupatyypeille.",
      "Kuva koko polusta maahan tulosta henkilötunnukseen ja pankkitiliin samalle sivulle, niin ei tarvitsisi etsiä eri virastojen sivuilta.",
    ],
    question: [
      "Pitääkö työsopimus kääntää, jos se on jo englanniksi?",
      "Mitä liitteitä tarvitaan, jos työnantaja vaihtuu kesken luvan?",
      "Kuinka vanha passikuva saa olla?",
    ],
    praise: [
      "Ohjeet olivat selkeät ja täytin hakemuksen ilman apua.",
      "Uusi liitelista on hyvä: tiesin heti mitä tarvitaan.",
    ],
  },
  staff: {
    praise: [
      at(
        "service-points",
        "Virkailija {Tampereen|Turun|Kuopion|Lahden} palvelupisteessä oli todella ystävällinen ja selitti kaiken rauhassa.",
      ),
      at(
        "service-points",
        "Kiitos tiskillä palvelleelle henkilölle, joka huomasi puuttuvan liitteen ja auttoi tulostamaan sen siinä samassa.",
      ),
      at("phone", "Puhelimessa vastannut asiantuntija oli kärsivällinen, vaikka suomeni ei ole vielä hyvää."),
      "Henkilökunta on asiantuntevaa ja kohteliasta.",
      "Minua kohdeltiin kuin ihmistä, ei kuin numeroa. Se merkitsi paljon.",
      at("service-points", "Lapset otettiin hyvin huomioon, vaikka odotimme pitkään. Iso kiitos!"),
      "Virkailija puhui hitaasti ja selvästi. Ymmärsin kaiken.",
      "Teidän ihmisenne tekevät hyvää työtä vaikeassa paikassa.",
      "Sain asiallista ja oikeudenmukaista kohtelua alusta loppuun.",
      at(
        "email",
        "Viestiini vastannut lakimies perusteli asian niin, että ymmärsin päätöksen, vaikka se oli kielteinen.",
      ),
      "Kaikki kunnia virkailijoille. Vika on jonoissa, ei heissä.",
    ],
    complaint: [
      at("service-points", "Tiskillä minulle puhuttiin ylimielisesti, ja kysymykseen vastattiin huokaisemalla."),
      "Virkailija vaihtui kesken kaiken ja jouduin kertomaan koko tarinan uudestaan.",
    ],
  },
  "e-services": {
    complaint: [
      at(
        "e-service",
        "Verkkopalvelu kirjaa ulos kesken täyttämisen, ja kaikki katoaa. Täytin saman lomakkeen {kolme|neljä} kertaa.",
      ),
      at(
        "e-service",
        "Liitteen lataaminen epäonnistui joka kerta, kun tiedosto oli yli kaksi megaa. Virheilmoitus oli pelkkä numero.",
      ),
      at(
        "e-service",
        "Tunnistautuminen ei toimi ulkomaisella pankilla eikä passilla. Jatkolupaa ei siis voi hakea ilman käyntiä.",
      ),
      at("e-service", "Puhelimella palvelua ei voi käyttää, painikkeet menevät toistensa päälle."),
      at("website", "Haku ei löydä sivuilta mitään. Löydän teidän ohjeenne nopeammin yleisestä hakukoneesta."),
      at("e-service", "Maksu meni läpi mutta hakemus jäi luonnokseksi. Huomasin sen vasta kahden viikon päästä."),
      at("e-service", "Ruudunlukija ei lue lomakkeen virheilmoituksia, joten en tiennyt miksi en päässyt eteenpäin."),
    ],
    idea: [
      at("e-service", "Tallentakaa luonnos automaattisesti."),
      at("e-service", "Verkkopalvelusta voisi ladata todistuksen vireillä olevasta hakemuksesta työnantajaa varten."),
      at("e-service", "Antakaa tunnistautua mobiilivarmenteella, kuten muuallakin."),
      "Tiedot, jotka olette jo kerran saaneet, voisivat olla valmiina seuraavassa hakemuksessa.",
    ],
    question: [at("e-service", "Voiko hakemukseen lisätä liitteen vielä lähettämisen jälkeen?")],
    praise: [
      at(
        "e-service",
        "Jatkoluvan hakeminen onnistui kokonaan verkossa, ei tarvinnut matkustaa {200|300} kilometriä sormenjälkien takia.",
      ),
      at("e-service", "Verkkopalvelu on selvästi parantunut viime vuodesta."),
    ],
  },
  openness: {
    complaint: [
      "Kielteisessä päätöksessä oli kolme sivua lakipykäliä, mutta ei yhtään lausetta siitä, mikä minun tapauksessani ratkaisi.",
      "Linjaukset muuttuvat eikä niistä kerrota. Naapurin kanssa samat paperit, eri päätös.",
      "Virasto vetoaa salassapitoon aina kun kysyy jotain vähänkin hankalaa.",
      "Tietoja uusista vaatimuksista saa lukea somesta aiemmin kuin viraston omilta sivuilta.",
    ],
    idea: [
      "Julkaiskaa, kuinka monta hakemusta on jonossa ja montako ratkaistaan viikossa.",
      "Kertokaa avoimesti, mitä palautteille tehdään. Nyt ne tuntuvat katoavan johonkin.",
      "Päätöksen alkuun lyhyt tiivistelmä tavallisella kielellä: mitä päätettiin ja miksi.",
    ],
    question: ["Millä perusteella hakemuksia otetaan käsittelyyn, jos ei saapumisjärjestyksessä?"],
    praise: ["Hyvä, että julkaisette kyselyn tulokset myös silloin, kun ne eivät ole loistavia."],
  },
  privacy: {
    complaint: [
      at("service-points", "Jouduin kertomaan perheeni asioista tiskillä niin, että koko odotustila kuuli."),
      at("service-points", "Lasin läpi pitää huutaa. Terveystiedot eivät kuulu muille jonottajille."),
      at("service-points", "Odotustilassa ei ole paikkaa rattaille eikä pyörätuolille."),
      at("service-points", "Sormenjäljet otettiin keskellä aulaa, kaikkien katsellessa."),
      at("phone", "Henkilötunnus pitää sanoa ääneen puhelimessa, vaikka istun avokonttorissa."),
    ],
    idea: [
      at("service-points", "Edes yksi suljettava huone keskustelua varten jokaiseen palvelupisteeseen."),
      at("service-points", "Sermi tiskien väliin ja musiikkia odotustilaan, niin toisten asiat eivät kuuluisi."),
      at("service-points", "Lasten nurkkaus ja hiljainen tila niille, joille odottaminen on vaikeaa."),
    ],
    praise: [at("service-points", "Uusissa tiloissa sai puhua rauhassa, kiitos siitä.")],
  },
  "giving-feedback": {
    complaint: [
      "Palautelomaketta on lähes mahdoton löytää.",
      "Annoin palautetta {keväällä|viime vuonna}, eikä siihen koskaan vastattu.",
      "Kysely tuli ennen kuin päätös oli edes tullut. Mitä siihen silloin vastaa?",
    ],
    idea: [
      "Laittakaa palautelinkki päätöskirjeeseen.",
      "Palautetta pitäisi voida antaa omalla kielellä, myös muilla kuin näillä neljällä.",
    ],
    praise: ["Hienoa, että kysytte. Toivottavasti joku myös lukee."],
  },
};
