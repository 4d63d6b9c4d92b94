/**
 * Statistical methods on plain numbers: no Spark, no files, no state. A result carries its limits, its method and,
 * where there is no value, the reason; one faulty group never stops the others.
 *
 * <ul>
 *   <li>{@link CountLimits}, {@link Rates}: Poisson limits,
 *       Garwood 1936; Byar, in Breslow and Day 1987.
 *   <li>{@link Proportions}: Wilson 1927. {@link Means}:
 *       Student 1908.
 *   <li>{@link DirectlyStandardised}: Dobson and others 1991.
 *       {@link IndirectlyStandardised}: Breslow and Day 1987.
 *   <li>{@link Funnels}, {@link Overdispersion}: Spiegelhalter 2005,
 *       Spiegelhalter and others 2012.
 *   <li>{@link Quantiles}, {@link Percentiles}: Hyndman and Fan
 *       1996, type 7.
 *   <li>{@link Inequality}: Pamuk 1985, Mackenbach and Kunst 1997, Low and Low 2004.
 *   <li>{@link ProcessControl}: Shewhart 1931, Wheeler 1993, NHS England's Making Data Count.
 *   <li>{@link Seasonal}: Cleveland and others 1990. {@link
 *       uk.footprints.statistics.HoltWinters}: Holt 1957, Winters 1960, Yar and Chatfield 1990.
 *   <li>{@link MannKendall}: Mann 1945, Kendall 1975, Hirsch, Slack and Smith 1982,
 *       Hirsch and Slack 1984, Hamed and Rao 1998, Yue and Wang 2004. {@link TheilSen}:
 *       Theil 1950, Sen 1968. {@link Kendall}: Kendall 1938, 1945.
 *   <li>{@link Variation}: McPherson and others 1982, Diehr and others 1990, Cain and
 *       Diehr 1992.
 *   <li>{@link Regression}: Nelder and Wedderburn 1972, Venables and Ripley 2002.
 *   <li>{@link DasGupta}: Das Gupta 1993. {@link Growth}:
 *       Kitagawa 1955; Wyatt, Hobro and Seamer, The Strategy Unit.
 *   <li>{@link PeerSelection}: NHS England's Model Health System; Dropkin 2018 on its weights.
 *   <li>{@link Bounds}: counts that a publisher withheld, carried as what they can be.
 * </ul>
 */
package uk.footprints.statistics;
