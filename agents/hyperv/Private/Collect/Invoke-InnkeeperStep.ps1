function Invoke-InnkeeperStep {
    <#
    .SYNOPSIS
        Reads one section in the worker within a time limit, and returns { value, problems, missing, status, error, durationMs }.
    .DESCRIPTION
        When the time is up, the data that the step has added to its argument Progress is kept.
    .EXAMPLE
        Invoke-InnkeeperStep $worker Get-InnkeeperSwitchSection @{} 15
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        # This function replaces its runspace after a hang.
        [Parameter(Mandatory)] [hashtable] $Worker,
        [Parameter(Mandatory)] [string] $Function,
        [Parameter(Mandatory)] [hashtable] $Argument,
        [Parameter(Mandatory)] [int] $LimitSeconds
    )
    $reading = New-InnkeeperReading $null ([System.Collections.Generic.List[string]]::new())
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $shell = [powershell]::Create()
    $isHung = $false
    try {
        $shell.Runspace = $Worker.runspace
        # The function is not exported, so it is called inside the module.
        [void] $shell.AddScript('param($Function, $Argument) & (Get-Module -Name Innkeeper) { param($Function, $Argument) & $Function @Argument } $Function $Argument')
        [void] $shell.AddParameter('Function', $Function).AddParameter('Argument', $Argument)
        $handle = $shell.BeginInvoke()
        if ($handle.AsyncWaitHandle.WaitOne([timespan]::FromSeconds($LimitSeconds))) {
            foreach ($answer in $shell.EndInvoke($handle)) { $reading = $answer.PSObject.BaseObject }
        }
        else {
            $isHung = $true
            $reading.problems = @("did not respond within $LimitSeconds s")
            if ($Argument.ContainsKey('Progress') -and $Argument.Progress.Count -gt 0) { $reading.value = $Argument.Progress.Clone() }
        }
    }
    catch {
        $reading.problems = @(Get-InnkeeperErrorText $_)
    }
    finally {
        if ($isHung) {
            # Asked to stop, without waiting: a WMI call that hangs may never stop.
            [void] $shell.BeginStop($null, $null)
            $Worker.runspace = (New-InnkeeperWorker).runspace
        }
        else { $shell.Dispose() }
    }
    # After a problem, an empty list would mean that there are none.
    if ($reading.problems.Count -gt 0 -and $reading.value -is [array] -and $reading.value.Count -eq 0) { $reading.value = $null }
    $reading['durationMs'] = [long] $watch.ElapsedMilliseconds
    $reading['status'] = 'ok'
    if ($reading.missing) { $reading['status'] = 'skipped' }
    elseif ($reading.problems.Count -gt 0) { $reading['status'] = if ($null -eq $reading.value) { 'failed' } else { 'partial' } }
    $reading['isHung'] = $isHung
    $reading
}
