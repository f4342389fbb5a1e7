META
key;value
description;Three streets decide
country;Nowhere
unit;Three Streets
instance;2026
num_projects;5
num_votes;16
budget;1000.50
vote_type;approval
rule;greedy
currency;GBP
comment;"Made for this project's tests; CC0"
PROJECTS
project_id;cost;votes;name;selected
9;400.25;8;Benches;1
10;300;8;"A ""quiet"" corner; with plants";1
2;600;7;New lamps;0
31;300.25;4;Repair table;1
4;0.50;0;A bell;0
VOTES
voter_id;vote
1;9,10
2;9
3;10,2
4;2,9
5;9,10,31
6;10
7;
8;2,2,9
9;10,31
10;9,2
11;2,10
12;9,31
13;10,9
14;2
15;31,10
16;2
