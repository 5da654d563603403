import type { Language } from "@kuultu/domain/language";

/** What is searched for, a text, and whether a person would expect the one to be found by the other. */
export interface SearchPair {
  readonly search: string;
  readonly text: string;
  readonly expected: boolean;
}

/** Lines of "search | text". */
function pairs(expected: boolean, lines: string): SearchPair[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [search = "", text = ""] = line.split("|").map((side) => side.trim());
      return { search, text, expected };
    });
}

/** Two hundred: inflection, gradation, compounds, verbs, inflected searches; and words that only look alike. */
export const finnishPairs: readonly SearchPair[] = [
  ...pairs(
    true,
    `
    käsittelyaika | Käsittelyajoista ei kerrota mitään.
    hakemus | En saanut vastausta hakemuksesta.
    neuvonta | Neuvonnan puhelin oli aina varattu.
    katu | Kadun kunnossapito on laiminlyöty.
    käsittelyaika | Luvankäsittelyajan pituus yllätti.
    käsittelyaika | Käsittelyaikaa pitäisi lyhentää.
    käsittelyaika | Arvio käsittelyajasta puuttui.
    lupa | Luvan saaminen kesti vuoden.
    lupa | Lupia myönnetään liian hitaasti.
    lupa | Oleskelulupa vanheni odottaessa.
    hakemus | Hakemukseni katosi matkalla.
    hakemus | Hakemuksia käsitellään eri järjestyksessä.
    hakemus | Kansalaisuushakemus on ollut vireillä kaksi vuotta.
    neuvonta | Kiitos ystävällisestä neuvonnasta.
    neuvonta | Puhelinneuvonta ei vastannut.
    neuvonta | Neuvontapalvelu suljettiin kesällä.
    katu | Kaduilla on liikaa lunta.
    katu | Katuvalot eivät pala.
    jono | Jonossa seistiin ulkona pakkasessa.
    jono | Jonot ovat kohtuuttomat.
    puhelin | Puhelimessa odotin tunnin.
    puhelin | Sain avun puhelimitse.
    puhelin | Puhelinpalvelu toimi hyvin.
    liike | Liikkeen ovet olivat kiinni.
    liike | Joukkoliikenteen liikkeet ja aikataulut sekaisin.
    lomake | Lomakkeen täyttäminen oli vaikeaa.
    lomake | Lomakkeissa kysytään samaa asiaa.
    lomake | Hakemuslomake ei auennut.
    osoite | Osoitteeni oli väärin.
    osoite | Osoitteenmuutos ei mennyt läpi.
    ohje | Ohjeet olivat epäselvät.
    ohje | Ohjeista ei ollut apua.
    liite | Liitteiden lähettäminen ei onnistunut.
    liite | Pyydettyä liitettä ei voinut lisätä.
    virhe | Päätöksessä oli virheitä.
    kirje | Kirjeessä oli väärä päivämäärä.
    palaute | Palautteeseen ei vastattu.
    palaute | Annoin palautetta jo keväällä.
    päätös | Päätöksen perustelut puuttuivat.
    päätös | Päätöksiä ei perustella.
    päätös | Valituskelpoinen päätöskirje hukkui.
    päätös | Kielteinen kansalaisuuspäätös tuli yllätyksenä.
    kysymys | Kysymyksiini ei vastattu.
    mahdollisuus | Mahdollisuutta tulla paikalle ei annettu.
    mahdollisuus | Kertokaa eri mahdollisuuksista.
    kansalaisuus | Kansalaisuuden hakeminen on kallista.
    turvallisuus | Turvallisuudesta pitäisi huolehtia.
    asiakas | Asiakkaan aikaa ei arvosteta.
    asiakas | Asiakkaita kohdellaan huonosti.
    asiakas | Asiakaspalvelu oli erinomaista.
    virkailija | Virkailijat olivat ystävällisiä.
    virkailija | Toinen virkailijoista osasi auttaa.
    ystävällinen | Palvelu oli ystävällistä.
    ystävällinen | Kaikki olivat ystävällisempiä kuin viimeksi.
    nainen | Naisen puhetta ei kuunneltu.
    suomalainen | Suomalaisten palvelujen taso on hyvä.
    ihminen | Ihmisiä ei kohdata.
    vanhus | Vanhuksille tämä on mahdotonta.
    lapsi | Lasten kanssa odottaminen oli raskasta.
    lapsi | Lapselle ei löytynyt leikkipaikkaa.
    vuosi | Odotin kaksi vuotta.
    vuosi | Viime vuonna kaikki toimi.
    kuukausi | Kuukausien odotus on kohtuuton.
    viikko | Viikkoja kului ilman vastausta.
    viikko | Viikon päästä soitettiin.
    tunti | Tuntien jonotus uuvutti.
    hinta | Hinnat nousivat taas.
    hinta | Hinnan korotusta ei perusteltu.
    maksu | Maksun suorittaminen verkossa ei onnistunut.
    maksu | Käsittelymaksu on liian korkea.
    laki | Lain mukaan asia pitäisi hoitaa heti.
    tuki | Tuen hakeminen on vaikeaa.
    tuki | Asumistuki maksettiin myöhässä.
    raha | Rahat eivät tulleet tilille.
    pankki | Pankin tunnuksilla ei pääse sisään.
    pankki | Verkkopankkitunnukset eivät kelvanneet.
    tunnus | Tunnuksen saaminen kesti.
    kauppa | Kaupan edessä ei ole pyöräpaikkoja.
    kenkä | Kengät kastuivat loskassa.
    kaupunki | Kaupungin päätökset ovat outoja.
    kaupunki | Kaupungissa ei ole tarpeeksi puistoja.
    tapa | Tavat vaihtelevat virkailijan mukaan.
    apu | Avusta kiitollinen.
    apu | Apua en saanut.
    aika | Ajan varaaminen ei onnistu.
    aika | Aikoja ei ole vapaana.
    aika | Aukioloaika on liian lyhyt.
    ajanvaraus | Ajanvarausjärjestelmä kaatui.
    järjestelmä | Ajanvarausjärjestelmässä oli vika.
    poika | Pojan hakemus hylättiin.
    tyttö | Tytön passi vanheni.
    hakija | Hakijoita pompotellaan luukulta toiselle.
    opiskelija | Opiskelijoiden asiat hoituvat hitaasti.
    työntekijä | Työntekijöillä on kiire.
    työ | Töissä ei voi jonottaa puhelimessa.
    tie | Teiden auraus on myöhässä.
    suo | Soiden ennallistamiseen ei kysytty mielipidettä.
    huone | Huoneessa oli kuuma.
    odotustila | Odotustiloissa ei ollut istuimia.
    tila | Odotustila oli ahdas.
    sähköposti | Sähköpostiin ei vastata.
    sähköposti | Lähetin sähköpostitse kolme viestiä.
    viesti | Viesteihini ei reagoitu.
    verkkosivu | Verkkosivuilla on vanhaa tietoa.
    sivu | Verkkosivut kaatuivat.
    tieto | Tietoa ei löydy mistään.
    tieto | Tiedot olivat ristiriitaisia.
    tietosuoja | Tietosuojasta ei huolehdittu.
    kieli | Palvelua ei saanut omalla kielellä.
    kieli | Kielitaito riitti hyvin.
    tulkki | Tulkin varaaminen unohtui.
    tulkki | Tulkkeja ei ollut.
    passi | Passin uusiminen oli helppoa.
    oikeus | Oikeuksistani ei kerrottu.
    puisto | Puistojen penkit ovat rikki.
    roska | Roskia lojuu kaikkialla.
    koira | Koirille tarvitaan aitaus.
    pyörä | Pyörien pysäköinti on sekaisin.
    pyörätie | Pyöräteillä on kuoppia.
    bussi | Bussit myöhästyvät.
    pysäkki | Pysäkin katos on rikottu.
    koulu | Koulujen pihat kaipaavat kunnostusta.
    kirjasto | Kirjastossa on mukava henkilökunta.
    terveys | Terveyden kanssa ei pitäisi leikkiä.
    lääkäri | Lääkärille ei saa aikaa.
    odottaa | Odotin kolme tuntia.
    odottaa | Odottaminen oli turhaa.
    vastata | Kukaan ei vastaa puhelimeen.
    vastata | Soittoihin vastattiin nopeasti.
    käsitellä | Asiaa käsitellään edelleen.
    soittaa | Soitin monta kertaa.
    auttaa | Minua autettiin heti.
    tavata | Tapasin mukavan virkailijan.
    maksaa | Maksoin kahteen kertaan.
    löytää | En löytänyt oikeaa lomaketta.
    hakea | Hain lupaa keväällä.
    kertoa | Minulle kerrottiin väärin.
    nopea | Nopeaa ja selkeää toimintaa.
    selkeä | Selkeämpiä ohjeita kaivataan.
    hidas | Hitaasta palvelusta moite.
    kaunis | Kauniit puistot ilahduttavat.
    kallis | Kalliiksi tuli.
    lyhyt | Lyhyessä ajassa paljon.
    hakemukset | Hakemus jäi kesken.
    päätöksen | Päätökset viipyvät.
    kadulla | Katujen hiekoitus puuttuu.
    asiakkaat | Asiakas on aina väärässä.
    käsittelyajat | Käsittelyaika venyi.
    lomakkeet | Lomake oli sekava.
  `,
  ),
  ...pairs(
    false,
    `
    kuusi | Kuussa ei ole ilmaa.
    katu | Kaikki hakemukset katosivat.
    katu | Katossa on reikä.
    lupa | Virkailijan lupaukset eivät pitäneet.
    lupa | Luvut olivat väärin.
    asia | Asiakas poistui paikalta.
    tuki | Tukka hulmusi tuulessa.
    aika | Aikuisten kesken asia sovittiin.
    työ | Tytär odotti autossa.
    jono | Jonkun pitäisi tehdä jotain.
    hinta | Hintelä mies seisoi ovella.
    maksu | Maksa on tärkeä elin.
    kieli | Kielletty alue.
    laki | Lakana oli likainen.
    laki | Lakki putosi lattialle.
    laki | Laku maistui lapsille.
    raha | Rahti saapui satamaan.
    pankki | Pannu oli kuuma.
    kauppa | Kaapin ovi narisee.
    tapa | Tapetti repesi.
    apu | Apina istui puussa.
    poika | Poikkeus vahvistaa säännön.
    tie | Tiesin sen etukäteen.
    suo | Suora vastaus oli tarpeen.
    tila | Tilaus peruttiin.
    sivu | Siivous oli jäänyt tekemättä.
    tieto | Tietysti näin kävi.
    passi | Passiivinen ote ei auta.
    puisto | Puita kaadettiin luvatta.
    koira | Koiras ja naaras.
    bussi | Busseron tilalla on talo.
    koulu | Kolu kuului yläkerrasta.
    kirje | Kirjo on laaja.
    virhe | Viher on väri.
    liike | Liika on liikaa.
    liike | Liikenne seisoi aamulla.
    osoite | Osa oli hukassa.
    ohje | Ohi meni.
    palaute | Palanut lamppu vaihdettiin.
    palaute | Palautin avaimet.
    päätös | Pääsin sisään heti.
    kysymys | Kysyntä ylitti tarjonnan.
    vuosi | Vuoto tukittiin.
    vuosi | Vuori näkyi kauas.
    viikko | Viikset kasvoivat.
    tunti | Tuntematon mies soitti.
    tunnus | Tunne oli outo.
    hakija | Hakaneula katkesi.
    huone | Huono päivä.
    kenkä | Kenties joskus.
    nainen | Naiivi ajatus.
    lapsi | Lapio oli rikki.
    odottaa | Otti hatun päästä.
    vastata | Vasta eilen huomasin.
    hakea | Haka ei sulkeudu.
    maksaa | Maku oli hyvä.
    soittaa | Soisin sen muuttuvan.
    hidas | Hiha repesi.
    kallis | Kallio louhittiin.
    kaunis | Kauna jäi.
    roska | Rosvo karkasi.
    tulkki | Tulli tarkasti laukut.
  `,
  ),
];

/** Smaller ones: there the stemmers of the database do well. */
export const otherPairs: Readonly<Record<Exclude<Language, "fi">, readonly SearchPair[]>> = {
  sv: [
    ...pairs(
      true,
      `
      blankett | Blanketterna var svåra att fylla i.
      ansökan | Min ansökan försvann.
      kö | Köerna var långa.
      beslut | Beslutet kom för sent.
      handläggare | Handläggarens svar var tydligt.
      väg | Vägarna plogas inte.
      telefon | Ingen svarade i telefonen.
      bibliotek | Biblioteket är utmärkt.
      vänlig | Personalen var vänlig.
      avgift | Avgifterna är för höga.
    `,
    ),
    ...pairs(
      false,
      "kö | Köket var stängt.\n beslut | Beslag på dörren.\n väg | Väggen är smutsig.\n avgift | Avgaser luktar.",
    ),
  ],
  en: [
    ...pairs(
      true,
      `
      queue | The queues were too long.
      application | My applications were lost.
      wait | I waited for hours.
      form | The forms are confusing.
      answer | Nobody answered the phone.
      office | Offices close too early.
      decision | The decisions take years.
      help | They helped me at once.
      letter | Letters arrive late.
      delay | Everything was delayed again.
    `,
    ),
    ...pairs(
      false,
      "form | A former colleague called.\n office | An officer smiled.\n letter | The lettuce was fresh.\n wait | The waist was tight.",
    ),
  ],
  ru: [
    ...pairs(
      true,
      `
      очередь | Очереди были слишком длинные.
      заявление | Моего заявления не нашли.
      сотрудник | Сотрудники были вежливы.
      решение | Решения ждали год.
      телефон | По телефону никто не отвечал.
      документ | Документов требуют слишком много.
      вопрос | На мои вопросы не ответили.
      срок | Сроки не соблюдаются.
      помощь | Спасибо за помощь.
      дорога | Дороги не чистят.
    `,
    ),
    ...pairs(
      false,
      "срок | Сорока сидела на ветке.\n дорога | Это слишком дорого.\n вопрос | Восток далеко.\n решение | Решётка сломана.",
    ),
  ],
};
