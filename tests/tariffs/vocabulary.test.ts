import { expect, test } from "vitest";
import { readBook } from "../../src/tariffs/book.ts";
import { productFinder } from "../../src/tariffs/find-product.ts";

const find = productFinder(readBook());

/** What people type in English, French and Spanish, by what they mean. */
const meant: Readonly<Record<string, string>> = {
	oranges: "oranges, LEMONS, oranges fraiches, citrons, naranjas",
	apples: "apples, FRESH APPLES, pommes, manzanas",
	grapes: "grapes, TABLE GRAPES, raisins frais, raisins de table, uvas",
	"tropical-fruit": "mangoes, GUAVAS, mangues, fruits tropicaux, piñas",
	nuts: "nuts, WALNUTS, noix, pistaches, nueces",
	potatoes: "potatoes, FRESH POTATOES, pommes de terre, patates, papas",
	"french-fries":
		"FROZEN POTATOES, frites, frites surgelées, papas fritas congeladas",
	garlic: "garlic, GARLIC, ail, ajo",
	onions: "onions, SHALLOTS, oignons, échalotes, cebollas",
	peppers: "peppers, CHILI PEPPERS, poivrons, piments, pimientos",
	cucumbers: "cucumbers, CUCUMBERS, concombres, pepinos",
	mushrooms: "mushrooms, MUSHROOMS, champignons, champiñones",
	honey: "honey, HONEY, miel d'abeille, miel, miel de abeja",
	rice: "rice, RICE, riz, arroz",
	barley: "barley, MALTING BARLEY, orge, cebada",
	oats: "oats, OATS, avoine, avena",
	lentils: "lentils, LENTILS, lentilles, lentejas",
	cattle: "cattle, FEEDER CATTLE, bovins, bovins vivants, ganado",
	hogs: "hogs, LIVE SWINE, porcs vivants, cerdos vivos",
	lamb: "lamb, SHEEP MEAT, agneau, viande d'agneau, cordero",
	flowers: "flowers, ROSES, fleurs, roses coupées, flores",
	spices: "spices, TURMERIC, epices, gingembre, especias",
	pasta: "pasta, SPAGHETTI, pâtes alimentaires, nouilles, fideos",
	bakery: "bakery products, CRACKERS, boulangerie, pain, panadería",
	candy: "candy, CHEWING GUM, bonbons, confiseries, dulces",
	"ice-cream": "ice cream, ICE CREAM, crème glacée, helado",
	"bottled-water":
		"bottled water, MINERAL WATER, eau embouteillée, eau minérale, agua embotellada",
	"soft-drinks": "soft drinks, POP, boissons gazeuses, refrescos",
	"pet-food":
		"pet food, ANIMAL FEED, nourriture pour animaux, aliments pour chiens, alimento para mascotas",
	"infant-formula":
		"infant formula, BABY FORMULA, préparations pour nourrissons, lait maternisé, fórmula infantil",
	tobacco: "tobacco, CIGARS, tabac, cigarettes de tabac, tabaco",
	"palm-oil": "palm oil, PALM OIL, huile de palme, aceite de palma",
	"soybean-oil":
		"soybean oil, SOYA OIL, huile de soja, huile de soya, aceite de soja",
	ethanol: "ethanol, DENATURED ALCOHOL, etanol",
	gasoline: "gasoline, GASOLINE, essence, gasolina",
	coal: "coal, METALLURGICAL COAL, charbon, carbón",
	"iron-ore": "iron ore, IRON ORE, minerai de fer, mineral de hierro",
	gold: "gold, BULLION, or brut, lingots d'or, oro",
	silver: "silver, SILVER BULLION, argent métal, lingots d'argent, plata",
	diamonds: "diamonds, ROUGH DIAMONDS, diamants",
	chemicals:
		"chemicals, ORGANIC CHEMICALS, produits chimiques, productos químicos",
	paint: "paint, VARNISHES, peinture, vernis, pintura",
	soap: "soap, SOAP, savon, jabón",
	detergents:
		"detergents, CLEANING PRODUCTS, produits nettoyants, productos de limpieza",
	rubber: "natural rubber, RUBBER, caoutchouc, caucho",
	luggage: "luggage, BAGS, bagages, sacs à dos, equipaje",
	leather: "leather, HIDES, cuir, cuero",
	"wood-flooring":
		"hardwood flooring, FLOORING, planchers de bois, parquet, pisos de madera",
	"wood-doors": "wooden doors, WOOD DOORS, portes en bois, puertas de madera",
	books: "books, PRINTED BOOKS, livres, libros",
	carpets: "carpets, RUGS, tapis, alfombras",
	"bed-linen": "bed linen, BEDDING, literie, serviettes, ropa de cama",
	hats: "hats, CAPS, chapeaux, casquettes, sombreros",
	umbrellas: "umbrellas, UMBRELLAS, parapluies, paraguas",
	glass: "glass, SAFETY GLASS, verre, verre plat, vidrio",
	glassware: "glassware, DRINKING GLASSES, verrerie, cristalería",
	marble: "marble, STONE SLABS, marbre, mármol",
	cutlery: "cutlery, KITCHEN KNIVES, coutellerie, couteaux, cubertería",
	"hand-tools":
		"hand tools, TOOLS, outils à main, outils, herramientas manuales",
	locks: "locks, PADLOCKS, serrures, cadenas, cerraduras",
	"air-conditioners":
		"air conditioners, HEAT PUMPS, climatiseurs, thermopompes, aires acondicionados",
	pumps: "pumps, WATER PUMPS, pompes, bombas",
	valves: "valves, FAUCETS, robinets, valves industrielles, válvulas",
	bearings:
		"bearings, BALL BEARINGS, roulements, roulements à billes, rodamientos",
	printers: "printers, PRINTERS, imprimantes, impresoras",
	"electric-motors":
		"electric motors, ELECTRIC MOTORS, moteurs électriques, motores eléctricos",
	generators:
		"generators, GENERATOR SETS, generatrices, éoliennes, generadores",
	"vacuum-cleaners": "vacuum cleaners, VACUUMS, aspirateurs, aspiradoras",
	microwaves:
		"microwaves, MICROWAVE OVENS, micro-ondes, fours à micro-ondes, microondas",
	headphones: "headphones, EARBUDS, ecouteurs, casques d'écoute, auriculares",
	cameras: "cameras, DIGITAL CAMERAS, appareils photo, cámaras",
	"wires-and-cables":
		"electrical cables, CABLES, fils et câbles, câbles électriques, cables eléctricos",
	lamps: "lamps, LIGHT FIXTURES, luminaires, lámparas",
	mattresses: "mattresses, MATTRESSES, matelas, colchones",
	eyeglasses:
		"eyeglasses, SUNGLASSES, lunettes, lunettes de soleil, lentes de sol",
	"musical-instruments":
		"musical instruments, VIOLINS, instruments de musique, instrumentos musicales",
	firearms: "firearms, PISTOLS, armes à feu, fusils, armas de fuego",
	"sports-equipment":
		"sports equipment, SKIS, articles de sport, skis alpins, artículos deportivos",
	artworks: "art, ARTWORKS, oeuvres d'art, tableaux, obras de arte",
	trailers: "truck trailers, INTERMODAL CHASSIS, remorques, remolques",
	"rail-cars":
		"rail cars, FREIGHT CARS, wagons, wagons de marchandises, vagones",
	snowmobiles: "snowmobiles, GOLF CARTS, motoneiges, motonieves",
	cranes:
		"ship-to-shore cranes, GANTRY CRANES, grues portuaires, portiques, grúas portuarias",
	magnets: "magnets, PERMANENT MAGNETS, aimants, imanes",
	"face-masks":
		"face masks, SURGICAL MASKS, masques, masques chirurgicaux, mascarillas",
	vitamins: "vitamins, VITAMINS, vitaminas",
	"christmas-decorations":
		"christmas decorations, FESTIVE ARTICLES, décorations de Noël, adornos navideños",
	candles: "candles, CANDLES, bougies, chandelles, velas",
	cotton: "cotton, RAW COTTON, coton, algodón",
	steel: "steel, STEEL MILL PRODUCTS, acier, produits sidérurgiques, acero",
	"steel-derivatives":
		"steel derivative, FASTENERS, derives de l'acier, quincaillerie, derivados de acero",
	aluminum:
		"aluminum, ALUMINUM SHEET, aluminium, alliage d'aluminium, aluminio",
	"aluminum-derivatives":
		"aluminum derivative, ALUMINUM ARTICLES, dérivés de l'aluminium, produits dérivés de l'aluminium, derivados de aluminio",
	copper: "copper, COPPER TUBE, cuivre, laiton, cobre",
	"copper-articles":
		"copper article, COPPER GOODS, articles de cuivre, dérivés du cuivre, artículos de cobre",
	"copper-cathode":
		"copper cathode, UNREFINED COPPER, cathodes de cuivre, cuivre raffiné, cátodos de cobre",
	"farm-machinery":
		"farm machinery, AGRICULTURAL MACHINERY, machinerie agricole, presses à balles, maquinaria agrícola",
	"construction-machinery":
		"bulldozers, MOBILE INDUSTRIAL EQUIPMENT, bouteurs, chargeuses, excavadoras",
	"light-trucks": "light trucks, VANS, camionnettes, pick-up, camionetas",
	"heavy-trucks": "trucks, SEMI TRUCKS, camions, tracteurs routiers, camiones",
	lumber: "lumber, 2X4S, bois d'oeuvre, madriers, madera",
	"upholstered-furniture":
		"upholstered furniture, UPHOLSTERED CHAIRS, meubles rembourrés, meubles capitonnés, muebles tapizados",
	pharmaceuticals:
		"pharmaceuticals, MEDICATIONS, médicaments, produits pharma, medicamentos",
	"drone-parts":
		"drone parts, UAV PARTS, pièces de drones, pièces d'aéronefs sans pilote, partes de drones",
	aircraft: "aircraft, AIRPLANES, avions, pièces d'avion, aviones",
	"crude-oil": "crude oil, PETROLEUM, pétrole, pétrole canadien, petróleo",
	uranium: "uranium, URANIUM OXIDE, concentré d'uranium, uranio",
	fish: "fish, FISH FILLETS, poisson, filets de poisson, pescado",
	alcohol: "alcohol, LIQUOR, alcool, boissons alcooliques",
	beer: "beer, ALE, bière, bière blonde, cerveza",
	molasses: "molasses, TREACLE, mélasse, mélasse de canne, melaza",
	cheese: "cheese, PARMESAN, fromage, fromages fins, queso",
	"hockey-sticks":
		"hockey sticks, ICE HOCKEY STICKS, bâtons de hockey, crosses de hockey, palos de hockey",
	atvs: "ATVs, SIDE-BY-SIDES, VTT, VTT côte à côte, cuatrimotos",
	"motorcycles-800":
		"motorcycles over 800cc, LARGE MOTORCYCLES, motos de plus de 800 cc, grosses motocyclettes, motocicletas de más de 800 cc",
	jeans: "jeans, DENIM JEANS, blue-jeans, pantalones",
	toys: "toys, GAMES AND TOYS, jouets, peluches, juguetes",
	smartphones:
		"smartphones, MOBILE PHONES, téléphones intelligents, cellulaires, teléfonos",
	televisions: "televisions, TV, téléviseurs, écrans plats, televisores",
	gloves:
		"medical gloves, LATEX GLOVES, gants médicaux, gants en latex, guantes médicos",
	paper: "paper, PAPER PRODUCTS, papier, papier d'impression, papel",
	osb: "OSB, OSB PANELS, panneaux OSB, panneaux de lamelles, tableros OSB",
	tea: "tea, TEA LEAVES, thé, feuilles de thé, té",
	tomatoes: "tomatoes, MEXICAN TOMATOES, tomates, tomates de serre",
	"orange-juice":
		"orange juice, FRUIT JUICE, jus d'orange, jus de pomme, jugo de naranja",
	poultry: "poultry, volaille, viande de poulet, pollo",
	"peanut-butter":
		"peanut butter, SMOOTH PEANUT BUTTER, beurre d'arachide, beurre de cacahuète, crema de cacahuate",
	sugar: "sugar, CANE SUGAR, sucre, sucre brut, azúcar",
	corn: "corn, YELLOW CORN, maïs, maïs jaune, maíz",
	"canola-oil":
		"canola oil, CRUDE CANOLA OIL, huile de canola, huile de colza, aceite de canola",
	watches: "watches, SWISS WATCHES, montres, horlogerie, relojes",
	robots: "robots, ROBOT ARMS, robots industriels",
	"olive-oil":
		"olive oil, EVOO, huile d'olive, huile d'olive extra vierge, aceite de oliva",
	vegetables: "vegetables, FRESH PRODUCE, légumes, verduras",
	fruit: "fruit, FRESH FRUIT, fruits frais, frutas",
	meat: "meat, RED MEAT, viande, carnes",
	flour: "flour, WHEAT FLOUR, farine, harina",
	diesel: "diesel, HEATING OIL, mazout, diésel",
	urea: "urea, NITROGEN FERTILIZER, engrais azotés, nitrato de amonio",
	"plastic-bags":
		"plastic bags, PLASTIC BOTTLES, sacs de plastique, bolsas de plástico",
	"plastic-pipe": "PVC pipe, PLASTIC PIPE, tuyaux de PVC, tubería de plástico",
	pallets: "pallets, WOODEN PALLETS, palettes de bois, tarimas",
	mdf: "MDF, FIBREBOARD, panneaux MDF, tableros MDF",
	"cardboard-boxes":
		"cardboard boxes, PAPER BAGS, boîtes de carton, cajas de cartón",
	wool: "wool, CASHMERE, laine, lana",
	underwear: "underwear, BRAS, sous-vêtements, ropa interior",
	socks: "socks, HOSIERY, chaussettes, calcetines",
	helmets: "helmets, HARD HATS, casques de vélo, cascos",
	bricks: "bricks, REFRACTORY BRICKS, briques, ladrillos",
	toilets: "toilets, SINKS, lavabos, inodoros",
	tableware: "tableware, MUGS, vaisselle, platos",
	mirrors: "mirrors, MIRRORS, miroirs, espejos",
	"steel-scrap": "scrap metal, STEEL SCRAP, ferraille, chatarra",
	cookware: "cookware, POTS AND PANS, casseroles, sartenes",
	springs: "springs, LEAF SPRINGS, ressorts, resortes",
	zinc: "zinc, ZINC METAL, zinc brut, cinc",
	boilers: "boilers, STEAM BOILERS, chaudières, calderas",
	compressors: "compressors, AIR COMPRESSORS, compresseurs, compresores",
	elevators: "elevators, ESCALATORS, ascenseurs, ascensores",
	"lawn-mowers": "lawn mowers, LAWNMOWERS, tondeuses, podadoras",
	"power-tools": "power tools, CHAINSAWS, perceuses, taladros",
	"hard-drives": "hard drives, SSDs, disques durs, discos duros",
	gears: "gears, CRANKSHAFTS, engrenages, engranajes",
	"small-appliances": "toasters, COFFEE MAKERS, grille-pain, cafeteras",
	routers: "routers, MODEMS, routeurs, módems",
	"circuit-boards":
		"circuit boards, PCBs, circuits imprimés, circuitos impresos",
	"light-bulbs": "light bulbs, LEDs, ampoules, bombillas",
	containers: "containers, SHIPPING CONTAINERS, conteneurs, contenedores",
	wheelchairs: "wheelchairs, WHEELCHAIRS, fauteuils roulants, sillas de ruedas",
	ships: "ships, CARGO SHIPS, navires, buques",
	chairs: "chairs, OFFICE CHAIRS, chaises, sillas",
	diapers: "diapers, NAPPIES, couches pour bébés, pañales",
	pens: "pens, PENCILS, stylos, bolígrafos",
	"all-goods":
		"all goods, EVERYTHING, toutes les marchandises, marchandises non ACEUM, todas las mercancías",
};

const table = Object.entries(meant).flatMap(([product, words]) =>
	words.split(", ").map((word) => [word, product] as const),
);

test("the table is wide", () => {
	expect(table.length).toBeGreaterThan(300);
});

test.each(table)("%s is %s", (word, product) => {
	expect(find(word).goods?.product?.id).toBe(product);
});

test.each([
	["lumbr", "lumber"],
	["sofwood lumber", "lumber"],
	["kitchen cabnets", "cabinets"],
	["vehicels", "autos"],
	["pharmacuticals", "pharmaceuticals"],
	["semiconducters", "semiconductors"],
	["motorcyles", "motorcycles"],
	["coper pipe", "copper"],
	["solar pannels", "solar-cells"],
	["How much is the tariff on Canadian steel?", "steel"],
	["droits de douane sur l'acier", "steel"],
	["arancel al acero", "steel"],
	["what is the duty on cars", "autos"],
	["Allemagne", "all-goods"],
	["EU members", "all-goods"],
])("“%s” is understood as %s", (query, product) => {
	expect(find(query).goods?.product?.id).toBe(product);
});

test.each([
	["aluminim", "aluminum"],
	["aluminmu", "aluminum"],
	["alluminum", "aluminum"],
	["stainles steel pipe", "steel"],
	["lumebr", "lumber"],
	["whiskey canadien", "whisky"],
	["fromagge", "cheese"],
	["chaussure", "shoes"],
	["vetements", "apparel"],
	["muebels", "furniture"],
	["refrigeradors", "appliances"],
	["camoines pesados", "heavy-trucks"],
	["voitures electriqes", "evs"],
	["bois doeuvre", "lumber"],
	["smart phones", "smartphones"],
	["semi conductors", "semiconductors"],
	["toys (partly)", "toys"],
	["farm equipment (Annex III)", "farm-machinery"],
	["turkeys", "poultry"],
])("“%s”, as it may be typed, is %s", (query, product) => {
	expect(find(query).goods?.product?.id).toBe(product);
});

test.each([
	["wool", "lumber"],
	["chairs", "autos"],
	["carrots", "autos"],
	["trailers", "heavy-trucks"],
	["vanilla", "steel"],
	["cranes", "crab"],
	["boilers", "poultry"],
	["coins", "corn"],
	["speakers", "shoes"],
	["blankets", "shoes"],
	["maine", "corn"],
	["mate", "tobacco"],
])("“%s” is a word of its own, no slip for %s", (query, product) => {
	expect(find(query).goods?.product?.id).not.toBe(product);
});

test.each(["Russian oil tariff", "Canadian whisky", "Swiss watches"])(
	"“%s” is looked for whole before its country is taken out",
	(query) => {
		const { goods } = find(query);
		expect(goods?.term.toLowerCase()).toBe(query.toLowerCase());
	},
);

test.each([
	["chinese steel", "CN"],
	["steel from Mexico", "MX"],
	["coches alemanes", "DE"],
	["voitures du Japon", "JP"],
	["montres suisses", "CH"],
	["café du Brésil", "BR"],
	["How much is the tariff on Canadian steel?", "CA"],
	["Reino Unido", "GB"],
	["EU members", "EU"],
])("“%s” names the origin %s", (query, origin) => {
	expect(find(query).goods?.origin).toBe(origin);
});

test.each([
	"fish oil",
	"plastic surgery",
	"copper sulphate",
	"rice university",
	"flux inhibitor",
])("“%s” is no goods that only share a word with it", (query) => {
	expect(find(query).goods).toBeNull();
});

test.each(
	"Mark Carney, Donald Trump, John Smith, Marie Tremblay, José García, Toronto, Paris, Texas, Beijing, Ottawa, Berlin, London, Chicago, Windsor, Guadalajara, hello, inflation, weather, supply chain, negotiations, qwerty, kryptonite".split(
		", ",
	),
)("“%s”, a name, a place or no goods at all, is nothing", (query) => {
	expect(find(query).goods).toBeNull();
});

test.each([
	["stainless stel pipe", "steel"],
	["coper wire", "copper"],
	["natural ags", "natural-gas"],
	["fentanly tariff", "fentanyl-tariff"],
	["engnies", "auto-parts"],
	["armoiers de cuisine", "cabinets"],
	["steel", "steel"],
	["acreo", "steel"],
])("a slip beside right words: “%s” is %s", (query, product) => {
	expect(find(query).goods?.product?.id).toBe(product);
});

test.each([
	["steel widgets", "steel"],
	["cheddr chese", "cheddar cheese"],
	["whatchamacallit", undefined],
])("“%s” is met with %s", (query, near) => {
	const { goods, didYouMean } = find(query);
	const met = goods ? [goods.term] : didYouMean;
	expect(met[0]).toBe(near);
});

test("two goods in one question are both offered", () => {
	const { goods } = find("steel and aluminum");
	expect(goods?.meant.map(({ id }) => id)).toEqual(["steel", "aluminum"]);
});
