"""The other side of points.sh: makes the points, joins them with geopandas, compares the answers."""
import sys
import time

import geopandas
import numpy


def points(path, count):
    random = numpy.random.default_rng(2016)
    columns = [random.uniform(-6.4, 1.8, int(count)), random.uniform(49.9, 55.9, int(count))]
    numpy.concatenate(columns).astype("<f8").tofile(path)


def join(parquet, path, answers):
    areas = geopandas.read_parquet(parquet)[["area_code", "geometry"]]
    longitudes, latitudes = numpy.fromfile(path, "<f8").reshape(2, -1)
    places = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(longitudes, latitudes), crs=areas.crs)
    start = time.perf_counter()
    joined = geopandas.sjoin(places, areas, how="left", predicate="within")
    seconds = time.perf_counter() - start
    found = joined[~joined.index.duplicated()].sort_index()["area_code"].fillna("")
    with open(answers, "w") as out:
        out.write("\n".join(found) + "\n")
    print(f"{seconds:.3f}")


def compare(ours, theirs):
    a, b = open(ours).read().splitlines(), open(theirs).read().splitlines()
    different = sum(x != y for x, y in zip(a, b)) + abs(len(a) - len(b))
    print(f"{len(a)} points, {sum(x != '' for x in a)} in an area, {different} answered differently")
    sys.exit(different > 0)


def ratio(*seconds):
    half = len(seconds) // 2
    ours, theirs = sorted(map(float, seconds[:half])), sorted(map(float, seconds[half:]))
    middle = ours[half // 2], theirs[half // 2]
    print(f"ours {middle[0]:.3f} s, geopandas {middle[1]:.3f} s (medians of {half}): "
          f"{middle[1] / middle[0]:.1f} times as fast")


if __name__ == "__main__":
    command, *words = sys.argv[1:]
    commands = {"points": points, "join": join, "compare": compare, "ratio": ratio}
    commands[command](*words)
