/**
 * Passwords that people choose and that are tried first, among those long enough to pass the length rule, with Italian
 * ones and words of this trade. Compared without case, accents, digits at the ends and separators, so that one entry
 * stands for its usual variants ("Password2026!", "forza_inter1908").
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password passwordpassword passwords passwort parola parolachiave parolasegreta passwordsicura passwordsegreta lamiapassword
  nuovapassword cambiami cambiala miapassword mypassword newpassword adminpassword passwordadmin password1password
  qwerty qwertyuiop qwertyqwerty qwertyuiopasdfghjkl qwertyuiopasdf qwertyuiopasdfghjklzxcvbnm asdfghjkl asdfghjklzxcvbnm
  zxcvbnm zxcvbnmasdfghjkl qazwsxedc qazwsxedcrfv qazwsxedcrfvtgb qwerasdfzxcv qweasdzxc qweasdzxcqweasdzxc azerty azertyuiop
  qwertzuiop asdfasdfasdf qwerqwerqwer abcdefghijkl abcdefghijklm abcdefghijklmnop abcdefghijklmnopqrstuvwxyz abcabcabcabc
  iloveyou iloveyouforever iloveyousomuch ilovemyself iloveyoubaby letmein letmeinletmein letmeinplease welcome welcomehome
  welcomeback welcometo admin administrator administratore amministratore amministrazione adminadmin adminadminadmin root
  rootroot rootrootroot superuser supervisor superadmin system sistema manager default changeme changemenow pleasechangeme
  guest guestguest test testtest testtesttest testing testpassword user username useruser utente utenteutente login loginlogin
  accesso accessolibero entrare benvenuto benvenuta benvenuti buongiorno buonasera buongiornoatutti ciaociao ciaociaociao
  ciaocomestai ciaobella ciaoatutti ciaomamma mammamia mammaepapa amoremio amoreamore amoremiobello amorevero amoreeterno tiamo
  tiamotanto tiamotantissimo tiamoamore tiamopersempre tivogliobene tivogliotantobene tivogliobenissimo teamo vitamia
  lavitaebella lavitaèbella cuoremio gioiamia tesoromio principessa principessina stellina stellastellina angioletto
  juventus forzajuve forzajuventus juventusfc juvejuve finoallafine finoallafineforzajuventus inter forzainter internazionale
  intermilan interinter milan forzamilan acmilan milanmilan roma forzaroma asroma romaroma romacaputmundi lazio forzalazio napoli
  forzanapoli napolinapoli torino forzatoro fiorentina forzaviola bologna forzabologna genova sampdoria atalanta cagliari palermo
  forzaitalia italia italiaitalia italiana vivalitalia campionidelmondo campionideuropa valentinorossi ferrari forzaferrari
  scuderiaferrari francescototti delpiero alessandrodelpiero maradona diegomaradona diegoarmando cristianoronaldo
  giuseppe giovanni francesco francesca alessandro alessandra alessia alessio antonella antonio antonietta annamaria mariarosa
  margherita massimiliano giuseppina valentina federica federico simone stefania stefano roberta roberto martina matteo lorenzo
  leonardo gabriele raffaele michele michelangelo salvatore vincenzo domenico pasquale gianluca gianfranco pierluigi giancarlo
  superman spiderman batman starwars harrypotter pokemon pippobaudo topolino paperino paperinopaperino minnie winniethepooh
  sunshine princess football baseball basketball monkey dragon master shadow michael jennifer jordan liverpool arsenal chelsea
  barcelona realmadrid manchesterunited michaeljackson lordoftherings gameofthrones trustno internet computer whatever
  freedom forever secret secretsecret supersecret topsecret segreto segretissimo supersegreto nessuno nonloso nonmelaricordo
  nonricordo mela dimenticavo apritisesamo abracadabra supercalifragilistichespiralidoso correcthorsebatterystaple
  sperimenta sperimentare sperimentazione sperimentasperimenta sperimentaportale comune comunedi provincia regione ministero
  cameradicommercio cameracommercio cameradicommerciodi unioncamere enteprova entepubblico pubblicaamministrazione
  centroperlimpiego centroimpiego lavoroagile smartworking lavorolavoro ufficio ufficioprotocollo protocollo segreteria
  segreteriagenerale dirigente direttore direzione risorseumane amministrazionetrasparente
  primavera estate autunno inverno gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
  lunedi martedi mercoledi giovedi venerdi sabato domenica primaveraestate buonnatale buonefeste buonefestivita halloween
  biancaneve cenerentola pinocchio arcobaleno farfalla farfallina girasole margheritina stella luna solemare ilmare
  pizza pizzapizza spaghetti spaghettialpomodoro nutella nutellanutella cioccolato cioccolata gelato tiramisu mozzarella
  jesus jesuschrist jesusislord gesucristo gesu padrenostro avemaria madonna bestemmia vaffanculo cazzocazzo stronzo stronza
  `
    .split(/\s+/)
    .filter(Boolean),
);
