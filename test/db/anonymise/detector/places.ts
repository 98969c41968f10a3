/** Real places, schools, markets and rivers of the county, and sentences that a summary may use them in. */
export const PLACES = [
  'Iten', 'Kapsowar', 'Tambach', 'Kapcherop', 'Chepkorio', 'Kaptarakwa', 'Flax', 'Nyaru', 'Tot', 'Chesongoch', 'Chesoi',
  'Cheptongei', 'Chebiemit', 'Chebara', 'Chebororwa', 'Kapchemutwa', 'Kamariny', 'Bugar', 'Sergoit', 'Kaptagat', 'Kipkabus',
  'Kapkenda', 'Simotwo', 'Kaptum', 'Kamwosor', 'Kocholwo', 'Kimwarer', 'Emsea', 'Biretwo', 'Kolol', 'Kabulwo', 'Arror',
  'Koibatek', 'Embobut', 'Embulot', 'Kapyego', 'Maron', 'Sambirir', 'Endo', 'Mogil', 'Sengwer', 'Kapterit', 'Kapsait', 'Lelan',
  'Makutano', 'Kipkunurr', 'Moiben', 'Kuserwo', "Cherang'any", 'Kessup', 'Anin', 'Songeto', 'Muskut', 'Kabiemit', 'Metkei',
  'Kapkitony', 'Tumeiyo', 'Chepsigot', 'Kapteren', 'Chegilet', 'Soy', 'Kerio', 'Cheptebo', 'Torok', 'Kipsaos', 'Turesia',
  'Soy North', 'Marakwet East', 'Keiyo South', 'Moiben/Kuserwo', 'Embobut/Embulot', 'Eldoret', 'Kabarnet', 'Nakuru',
  'Kapsowar Girls', 'Kaptarakwa Primary', 'Singore Girls', 'Tambach Teachers College', 'St. Patrick’s High School Iten',
  'Kapkenda Girls', 'Moi Kapsowar Girls', 'Chebiemit Boys', 'Kerio Valley', 'Arror river', 'Embobut forest', 'Iten Market',
  'Cheptongei Primary', 'Kipsoen Secondary', 'Chepkiit falls', 'St Peter’s Kapchelal Primary', 'Chesta polytechnic',
  'AIC Kapsowar Hospital', 'Kaptagat Forest', 'Kapcherop Health Centre', 'Lake Kamnarok', 'Mount Cherangani', 'Kamariny Stadium',
] as const; // biome-ignore format: a table

export const PLACE_SENTENCES = [
  'No water in {x}',
  'Potholes at {x} stage',
  'Road from {x} to the dispensary washed away',
  '{x} Primary has no desks',
  'Bridge between {x} and the river unsafe',
  '{x}: street lights out',
  'The chief of {x} called a meeting about the dip',
  'Maji hayatoki {x}',
  'Barabara ya {x} ina mashimo',
  'Soko la {x} halina choo',
  'Zahanati ya {x} imefungwa',
  'Taa za {x} hazifanyi kazi tangu jana',
] as const;
