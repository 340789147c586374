import { type Concept, concept } from "./concept.ts";

/** Goods of farm, sea and cellar. */
export const foods: readonly Concept[] = [
	concept("dairy", "product", {
		names: { en: "Dairy", fr: "Produits laitiers", es: "Lácteos" },
		en: "dairy | milk | cheese | butter | milk powder | dairy farmer*",
		fr: "lait | laitier* | laitière* | fromage* | beurre",
		es: "leche | lácteo* | lácteas | queso* | mantequilla",
		not: "dairy queen | milk the | big cheese",
	}),
	concept("poultry", "product", {
		names: {
			en: "Poultry and eggs",
			fr: "Volaille et œufs",
			es: "Aves y huevos",
		},
		en: "poultry | chicken imports | chicken farmers | egg imports | egg farmers | egg prices | turkey meat",
		fr: "volaille* | poulet* | producteurs d'œufs | prix des œufs",
		es: "avícola* | pollo | carne de pollo | precio del huevo",
	}),
	concept("beef", "product", {
		names: {
			en: "Beef and cattle",
			fr: "Bœuf et bétail",
			es: "Carne de res y ganado",
		},
		en: "beef | cattle | feeder cattle | ranchers | screwworm",
		fr: "bœuf | bovin* | bétail",
		es: "carne de res | ganado | ganader* | bovino* | gusano barrenador",
	}),
	concept("pork", "product", {
		names: { en: "Pork and hogs", fr: "Porc", es: "Cerdo" },
		en: "pork | hogs | hog farmer* | swine",
		fr: "porc | porcin* | viande de porc",
		es: "carne de cerdo | porcin* | porcicultor*",
		not: "pork barrel | pork-barrel",
	}),
	concept("wheat", "product", {
		names: { en: "Wheat", fr: "Blé", es: "Trigo" },
		en: "wheat | durum",
		fr: "blé | blé dur",
		es: "trigo",
		not: "Wheat Ridge | buckwheat",
	}),
	concept("corn", "product", {
		names: { en: "Corn", fr: "Maïs", es: "Maíz" },
		en: "corn | maize | corn ethanol",
		fr: "maïs",
		es: "maíz",
		not: "corn maze | peppercorn | Corn Laws",
	}),
	concept("grains", "product", {
		names: {
			en: "Grains and pulses",
			fr: "Céréales et légumineuses",
			es: "Granos y legumbres",
		},
		en: "grain | grains | barley | oats | sorghum | peas | lentils | pulses | chickpeas",
		fr: "céréale* | orge | avoine | pois | lentilles | légumineuses",
		es: "cereal* | cebada | avena | sorgo | lentejas | frijol",
		not: "grain of salt | grain of truth",
	}),
	concept("soybeans", "product", {
		names: { en: "Soybeans", fr: "Soja", es: "Soya" },
		en: "soybean* | soya | soyabean* | soymeal | soyoil",
		fr: "soja | graines de soja",
		es: "soya | frijol de soya",
	}),
	concept("canola", "product", {
		names: { en: "Canola", fr: "Canola", es: "Canola" },
		en: "canola | rapeseed | canola meal | canola oil",
		fr: "colza",
		es: "colza",
	}),
	concept("sugar", "product", {
		names: { en: "Sugar", fr: "Sucre", es: "Azúcar" },
		en: "sugar | sugar beet* | sugarcane | sugar cane | sweetener*",
		fr: "sucre | betterave* sucrière* | canne à sucre",
		es: "azúcar | azucarer* | caña de azúcar",
		not: "blood sugar | Sugar Ray | sugar daddy | sugar-coat* | glucémie",
	}),
	concept("coffee", "product", {
		names: { en: "Coffee", fr: "Café (produit)", es: "Café" },
		en: "coffee | arabica | robusta | coffee beans",
		fr: "grains de café | producteurs de café | cours du café | prix du café",
		es: "granos de café | productores de café | precio del café | cafetaler* | caficult*",
		not: "coffee shop* | coffee break* | coffee table*",
	}),
	concept("cocoa", "product", {
		names: { en: "Cocoa", fr: "Cacao", es: "Cacao" },
		en: "cocoa | chocolate maker*",
		fr: "cacao | chocolatier*",
		es: "cacao",
		not: "Cocoa Beach | hot cocoa",
	}),
	concept("seafood", "product", {
		names: {
			en: "Fish and seafood",
			fr: "Poissons et fruits de mer",
			es: "Pescados y mariscos",
		},
		en: "seafood | lobster* | crab | shrimp | salmon | fishery | fisheries | fishermen",
		fr: "fruits de mer | homard* | crabe* | crevette* | saumon* | pêcheries | pêcheurs",
		es: "marisco* | langosta* | cangrejo* | camarón | camarones | salmón | pesquer*",
	}),
	concept("produce", "product", {
		names: {
			en: "Fruit and vegetables",
			fr: "Fruits et légumes",
			es: "Frutas y verduras",
		},
		en: "tomato* | avocado* | fresh produce | vegetables | fruit imports | fruit exports | berries | potatoes",
		fr: "tomate* | avocat* du Mexique | fruits et légumes | pommes de terre | petits fruits",
		es: "jitomate* | tomate* | aguacate* | frutas y verduras | hortaliza* | berries | papas",
	}),
	concept("alcohol", "product", {
		names: {
			en: "Wine, beer and spirits",
			fr: "Vins, bières et spiritueux",
			es: "Vinos, cervezas y licores",
		},
		en: "wine | wines | beer | spirits | bourbon | whisky | whiskey | liquor | tequila | champagne",
		fr: "vin | vins | bière* | spiritueux | alcools",
		es: "vino | vinos | cerveza* | licores | mezcal",
		not: "high spirits | holy spirits | evil spirits | spirits were",
	}),
	concept("cotton", "product", {
		names: { en: "Cotton", fr: "Coton", es: "Algodón" },
		en: "cotton",
		fr: "coton",
		es: "algodón",
		not: "Cotton Bowl | cotton candy",
	}),
	concept("rice", "product", {
		names: { en: "Rice", fr: "Riz", es: "Arroz" },
		en: "rice",
		fr: "riz",
		es: "arroz",
		not: "Condoleezza Rice | Susan Rice | Anne Rice | Jerry Rice | Rice University",
	}),
];
