/** Deep imports of packages whose types cover their root alone (the roots are too heavy to load). */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { stem(word: string): string };
  export default PorterStemmer;
}
declare module 'natural/lib/natural/util/stopwords.js' {
  const stopwords: { words: string[] };
  export default stopwords;
}
declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  const distances: {
    DamerauLevenshteinDistance(a: string, b: string, options?: { restricted?: boolean }): number;
  };
  export default distances;
}
declare module 'natural/lib/natural/classifiers/logistic_regression_classifier.js' {
  /** One-against-the-rest logistic regression; a document may be handed in as a list of features. */
  export default class LogisticRegressionClassifier {
    constructor();
    addDocument(features: string[], label: string): void;
    train(): void;
    getClassifications(features: string[]): { label: string; value: number }[];
    static restore(saved: object): LogisticRegressionClassifier;
  }
}
declare module 'opencc-js/t2cn' {
  export function Converter(options: { from: 'twp' | 'tw' | 'hk' | 't'; to: 'cn' }): (text: string) => string;
}
