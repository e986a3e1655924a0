# Calls functions of a module one after the other, as an administrator does in one PowerShell session.
# For each call it writes the host output as it appears, then one line of JSON: { answers, error }.
param (
    # The module's manifest.
    [Parameter(Mandatory = $true)] [string] $Manifest,

    # A JSON file: { calls: [{ function, arguments, now }] }; now is the time of the clock, in Unix milliseconds.
    [Parameter(Mandatory = $true)] [string] $Calls
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
Import-Module $Manifest
$work = [System.IO.File]::ReadAllText($Calls) | ConvertFrom-Json
foreach ($call in $work.calls) {
    $function = $call.function
    $arguments = @{}
    foreach ($argument in $call.arguments.PSObject.Properties) { $arguments[$argument.Name] = $argument.Value }
    if ($null -ne $call.PSObject.Properties['now']) { $env:AGENT_NOW = [string] $call.now }
    $told = [ordered]@{ answers = [System.Collections.Generic.List[object]]::new(); error = $null }
    try {
        foreach ($answer in & $function @arguments) {
            $record = [ordered]@{}
            foreach ($property in $answer.PSObject.Properties) { $record[$property.Name] = $property.Value }
            $told.answers.Add($record)
        }
    }
    catch { $told.error = $_.Exception.Message }
    & (Get-Module -Name Innkeeper) { param ($Told) ConvertTo-InnkeeperJson $Told } $told
}
