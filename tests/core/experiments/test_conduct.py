"""Running an experiment: nothing twice, nothing lost, whoever dies."""

import pytest

from core.control import Control
from core.errors import InklingError, TrainingError
from core.experiments.conduct import TrainingEnded, TrainingFailed, TrainingStarted, conduct
from core.experiments.experiment import trainings
from core.records import EpochReport
from tests.core.experiments.kept import DATA, HandWorkers, book_in, experiment
from tests.core.runs.stored_runs import dataset


@pytest.fixture
def book(tmp_path):
    return book_in(tmp_path)


def run(book, stored, workers, *, control=None, data=DATA, report=None):
    told = []

    def hear(one):
        told.append(one)
        if report is not None:
            report(one)

    control = control or Control()
    standing = conduct(book, stored, data, workers, report=hear, control=control)
    return standing, told


def test_every_training_becomes_a_run_that_knows_where_it_belongs(book):
    stored = book.add(experiment(0.1, 0.2, 0.3), DATA)
    workers = HandWorkers(2)
    standing, _ = run(book, stored, workers)
    assert (standing.total, standing.done, standing.failed) == (6, 6, 0)
    assert workers.most == 2
    runs = sorted(book.store.runs(), key=lambda run: run.training)
    assert [(r.experiment, r.training, r.state) for r in runs] == [
        (stored.id, number, "finished") for number in range(1, 7)
    ]
    planned = trainings(stored.experiment)
    assert [r.recipe for r in runs] == [training.recipe for training in planned]
    assert [len(book.store.epochs(r.id)) for r in runs] == [2] * 6


def test_what_is_done_is_not_trained_again(book):
    stored = book.add(experiment(0.1, 0.2), DATA)
    run(book, stored, HandWorkers())
    again = HandWorkers()
    standing, told = run(book, stored, again)
    assert standing.done == 4
    assert again.handed == []
    assert len(book.store.runs()) == 4
    assert not [one for one in told if isinstance(one, TrainingStarted)]


def test_the_same_question_is_found_and_another_one_is_not(book):
    stored = book.add(experiment(0.1, 0.2), DATA)
    assert book.find(experiment(0.1, 0.2), DATA) == stored
    assert book.find(experiment(0.1, 0.3), DATA) is None
    assert book.find(experiment(0.1, 0.2), dataset(seed=1)) is None
    book.remove(stored.id)
    assert book.find(experiment(0.1, 0.2), DATA) is None
    assert book.all() == ()


def test_one_that_is_stopped_goes_on_where_it_was(book):
    stored = book.add(experiment(0.1, 0.2, epochs=5), DATA)
    control = Control()

    def stop_after_three_epochs(one):
        if isinstance(getattr(one, "report", None), EpochReport) and one.report.epoch == 3:
            control.stop()

    workers = HandWorkers(2)
    standing, _ = run(book, stored, workers, control=control, report=stop_after_three_epochs)
    assert standing.done == 0
    assert [work.key for work in workers.handed] == [1, 2]
    again = HandWorkers(2)
    standing, _ = run(book, stored, again)
    assert standing.done == 4
    began = {work.key: 0 if work.start is None else work.start.epoch for work in again.handed}
    assert began == {1: 3, 2: 3, 3: 0, 4: 0}
    assert again.handed[0].earlier.epochs[-1].epoch == 3
    for number, one in book.trained(stored.id).items():
        assert (one.done, one.epochs, one.seconds) == (True, 5, 2.5)
        assert [p.epoch for p in book.curves(stored.id, [number])] == [1, 2, 3, 4, 5]


def test_a_training_whose_worker_dies_goes_on_from_its_last_epoch_in_the_same_run(book):
    stored = book.add(experiment(0.1, 0.2, seeds=(0,), epochs=4), DATA)
    workers = HandWorkers(2, deaths=[(1, 3)])
    standing, told = run(book, stored, workers)
    assert (standing.done, standing.failed) == (2, 0)
    assert [(w.key, w.start and w.start.epoch) for w in workers.handed] == [
        (1, None),
        (2, None),
        (1, 2),
    ]
    assert [one.again for one in told if isinstance(one, TrainingStarted)][-1:] == [
        "its process was ended by SIGKILL"
    ]
    assert len(book.store.runs()) == 2
    assert [point.epoch for point in book.curves(stored.id, [1])] == [1, 2, 3, 4]


def test_one_whose_workers_die_twice_is_told_and_tried_again_later(book):
    stored = book.add(experiment(0.1, seeds=(0, 1)), DATA)
    standing, told = run(book, stored, HandWorkers(1, deaths=[(1, 1), (1, 1)]))
    assert (standing.done, standing.failed) == (1, 1)
    (failed,) = (one for one in told if isinstance(one, TrainingFailed))
    assert "its worker went away twice" in str(failed.error)
    # Of one that never came to an epoch no run is kept.
    assert [run.state for run in book.store.runs()] == ["finished"]
    standing, _ = run(book, stored, HandWorkers(1))
    assert standing.done == 2


def test_an_error_in_a_training_leaves_the_others(book):
    stored = book.add(experiment(0.1, 0.2, seeds=(0,)), DATA)
    error = TrainingError("It cannot be.")
    standing, told = run(book, stored, HandWorkers(errors={1: error}))
    assert (standing.done, standing.failed) == (1, 1)
    assert [one.error for one in told if isinstance(one, TrainingFailed)] == [error]


def test_the_program_dies_and_the_experiment_goes_on(book):
    stored = book.add(experiment(0.1, 0.2, epochs=3), DATA)

    class Killed(BaseException):
        pass

    def die(one):
        if isinstance(one, TrainingEnded):
            raise Killed

    with pytest.raises(Killed):
        run(book, stored, HandWorkers(2), report=die)
    # As kill -9 leaves them: "running", and nobody holds their locks.
    with book.store.database.transaction() as connection:
        connection.execute("UPDATE runs SET state = 'running' WHERE state = 'interrupted'")
    again = HandWorkers(2)
    standing, _ = run(book, stored, again)
    assert standing.done == 4
    assert [(w.key, w.start and w.start.epoch) for w in again.handed] == [
        (2, 3),
        (3, None),
        (4, None),
    ]
    finished = [run.training for run in book.store.runs(states=("finished",))]
    assert sorted(finished) == [1, 2, 3, 4]
    # The one that was only to be tested has its network.
    tested = next(r for r in book.store.runs() if r.training == 2 and r.state == "finished")
    assert book.store.network(tested.id).weights[0][0, 0] == 3


def test_one_process_at_a_time_and_only_on_its_data(book):
    stored = book.add(experiment(0.1), DATA)
    lock = book.lock(stored.id)
    assert book.is_running(stored.id)
    with pytest.raises(InklingError, match="being trained already"):
        run(book, stored, HandWorkers())
    lock.release()
    assert not book.is_running(stored.id)
    with pytest.raises(InklingError, match="begun on other data"):
        run(book, stored, HandWorkers(), data=dataset(seed=1))
    assert book.store.runs() == ()


def test_two_experiments_keep_apart(book):
    first, second = (book.add(experiment(0.1, 0.2, name=name), DATA) for name in "ab")
    inner = []

    def meanwhile(one):
        if isinstance(one, TrainingEnded) and not inner:
            inner.append(run(book, second, HandWorkers())[0])

    standing, _ = run(book, first, HandWorkers(), report=meanwhile)
    assert (standing.done, inner[0].done) == (4, 4)
    for stored in (first, second):
        assert sorted(book.trained(stored.id)) == [1, 2, 3, 4]
    assert book.done_counts() == {first.id: 4, second.id: 4}


def test_a_pause_reaches_the_workers_and_hands_out_nothing(book):
    stored = book.add(experiment(0.1, 0.2, 0.3), DATA)
    control, workers = Control(), HandWorkers(1)

    def pause(one):
        if isinstance(one, TrainingEnded) and not workers.wishes:
            control.pause()

    looks = []
    wait = workers.wait

    def look(timeout_s):
        if control.paused:
            looks.append(len(workers.handed))
            if len(looks) == 3:
                control.resume()
        return wait(timeout_s)

    workers.wait = look
    standing, _ = run(book, stored, workers, control=control, report=pause)
    assert standing.done == 6
    # The second one was handed out before the end of the first was told.
    assert looks == [2, 2, 2]
    assert workers.wishes == ["pause", "resume"]


def test_a_damaged_table_brings_experiments_back(book):
    from core.runs.backup import back_up
    from core.runs.repair import repair

    stored = book.add(experiment(0.1, 0.2), DATA)
    run(book, stored, HandWorkers())
    back_up(book.store.database)
    content = bytearray(book.store.database.path.read_bytes())
    content[:100] = bytes(100)
    book.store.database.path.write_bytes(bytes(content))
    for ending in ("-wal", "-shm"):
        book.store.database.path.with_name(f"runs.sqlite{ending}").unlink(missing_ok=True)
    repair(book.store)
    assert book.get(stored.id) == stored
    assert len(book.trained(stored.id)) == 4


def test_a_worker_that_is_free_has_the_next_training_before_the_last_is_written(book):
    stored = book.add(experiment(0.1, 0.2, 0.3, seeds=(0,)), DATA)
    workers = HandWorkers(1)
    _, told = run(book, stored, workers)
    order = [
        (type(one).__name__, one.training.number)
        for one in told
        if isinstance(one, TrainingStarted | TrainingEnded)
    ]
    assert order == [
        ("TrainingStarted", 1),
        ("TrainingStarted", 2),
        ("TrainingEnded", 1),
        ("TrainingStarted", 3),
        ("TrainingEnded", 2),
        ("TrainingEnded", 3),
    ]
    assert workers.most == 1
