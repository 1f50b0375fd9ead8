"""Posts entries of two lines through Tryton's own models: one transaction each, and a batch in one transaction.

Arguments: configuration, database, how many single entries, how many in a batch. Says when it is ready; then, for the
single entries and for the batch, prints seconds and seconds of this process's processor time. The database must hold the
module account; what an entry needs is made here.
"""
import datetime
import sys
import time

from trytond.config import config

config.update_etc(sys.argv[1])

from trytond.pool import Pool  # noqa: E402
from trytond.transaction import Transaction  # noqa: E402

DATABASE, SINGLES, BATCH = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
DAY = datetime.date(2026, 11, 20)


def set_up():
    pool = Pool()
    party, = pool.get('party.party').create([{'name': 'Bench'}])
    currency, = pool.get('currency.currency').create([{
        'name': 'Zloty', 'code': 'PLN', 'numeric_code': '985', 'symbol': 'zl', 'digits': 2}])
    company, = pool.get('company.company').create([{'party': party.id, 'currency': currency.id}])
    user = pool.get('res.user')
    user.write([user(Transaction().user)], {'companies': [('add', [company.id])], 'company': company.id})
    with Transaction().set_context(user.get_preferences(context_only=True), company=company.id):
        sequence_type, = pool.get('ir.sequence.type').search([('name', '=', 'Account Move')])
        sequence, = pool.get('ir.sequence').create([{
            'name': 'Moves', 'sequence_type': sequence_type.id, 'company': company.id}])
        year, = pool.get('account.fiscalyear').create([{
            'name': '2026', 'start_date': datetime.date(2026, 1, 1), 'end_date': datetime.date(2026, 12, 31),
            'company': company.id, 'post_move_sequence': sequence.id}])
        pool.get('account.fiscalyear').create_period([year])
        kind, = pool.get('account.account.type').create([{
            'name': 'Assets', 'company': company.id, 'statement': 'balance', 'assets': True}])
        accounts = pool.get('account.account').create([
            {'name': str(n), 'code': str(n), 'company': company.id, 'type': kind.id} for n in range(138)])
        numbers_type, = pool.get('ir.sequence.type').search([('name', '=', 'Account Journal')])
        numbers, = pool.get('ir.sequence').create([{
            'name': 'Bench', 'sequence_type': numbers_type.id, 'company': company.id}])
        journal, = pool.get('account.journal').create([{'name': 'Bench', 'code': 'BENCH', 'type': 'general'}])
        pool.get('account.journal').write([journal], {'sequence': numbers.id})
    return company.id, journal.id, [account.id for account in accounts]


def post(accounts, journal, period, seeds):
    Move = Pool().get('account.move')
    moves = Move.create([{
        'journal': journal, 'period': period, 'date': DAY, 'description': 'Bench',
        'lines': [('create', [
            {'account': accounts[(seed * 7) % len(accounts)], 'debit': 10, 'credit': 0},
            {'account': accounts[(seed * 7 + 13) % len(accounts)], 'debit': 0, 'credit': 10}])],
    } for seed in seeds])
    Move.post(moves)


def main():
    with Transaction().start(DATABASE, 0, readonly=True):
        Pool(DATABASE).init()
    with Transaction().start(DATABASE, 1) as transaction:
        company, journal, accounts = set_up()
        transaction.commit()

    def run(count, each):
        used, start = time.process_time(), time.monotonic()
        for first in range(0, count, each):
            with Transaction().start(DATABASE, 1, context={'company': company}) as transaction:
                pool = Pool()
                period, = pool.get('account.period').search([
                    ('company', '=', company), ('start_date', '<=', DAY), ('end_date', '>=', DAY)])
                post(accounts, journal, period.id, range(first, first + each))
                transaction.commit()
        return time.monotonic() - start, time.process_time() - used

    run(10, 1)
    print('ready', 0, 0, flush=True)
    print('singles', *run(SINGLES, 1), flush=True)
    print('batch', *run(BATCH, BATCH), flush=True)


main()
