# Reads recorded hosts one after the other as runs of one agent, with the cache in a file in between. Writes one line of JSON per run.
param (
    # { module, cache, runs: [{ at, recording }] }
    [Parameter(Mandatory = $true)] [string] $Plan
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$work = [System.IO.File]::ReadAllText($Plan) | ConvertFrom-Json
Import-Module $work.module
foreach ($run in $work.runs) {
    $env:AGENT_NOW = $run.at
    $env:AGENT_REPLAY = $run.recording
    & (Get-Module -Name Innkeeper) {
        param ($CachePath)
        $cache = Read-InnkeeperJsonFile $CachePath
        if ($null -eq $cache) { $cache = [ordered]@{} }
        $head = @{ snapshotId = New-InnkeeperUuid; epoch = [long] 1; sequence = [long] 1; instanceId = [guid]::Empty.ToString(); intervalSeconds = 60; spool = [ordered]@{ pending = 0 } }
        ConvertTo-InnkeeperJson (New-InnkeeperSnapshotBody $head $cache)
        Write-InnkeeperJsonFile $CachePath $cache
    } $work.cache
}
