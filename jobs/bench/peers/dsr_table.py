"""A table of areas by age band for standardisation: the same rows for the same arguments."""

import random
import sys

BANDS = [f"{age}-{age + 4}" for age in range(0, 90, 5)] + ["90+"]
EUROPEAN_2013 = [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000]
EUROPEAN_2013 += [6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000]

groups, path = int(sys.argv[1]), sys.argv[2]
dice = random.Random(2018)
with open(path, "w", encoding="utf-8") as table:
    table.write("area,ageband,count,pop,stdpop\n")
    for group in range(groups):
        for band, standard in zip(BANDS, EUROPEAN_2013):
            population = dice.randint(50, 5000)
            count = int(population * dice.random() * 0.02)
            table.write(f"E{group:07d},{band},{count},{population},{standard}\n")
