function Register-InnkeeperHost {
    <#
    .SYNOPSIS
        Enrols this host with the server, using an enrolment key, and stores the token that it receives. The key is not stored.
    .DESCRIPTION
        The id of this installation is written to disk before the request, so that a lost response can be requested again as the
        same host. The token is encrypted for this machine (DPAPI) in a file that only the agent's account, SYSTEM and
        Administrators can read. If the host is already enrolled, nothing happens unless -Force is specified.
    .EXAMPLE
        Register-InnkeeperHost -Key ike_...

        Enrols this host with the server that the agent was installed for.
    .EXAMPLE
        Register-InnkeeperHost -Key ike_... -Force

        Enrols it again, after the server was set up again or the token was revoked.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param (
        # A key of the form ike_..., created on the server under Hosts, Enrol a host.
        [Parameter(Mandatory)] [ValidatePattern('\Aike_[0-9A-Za-z_-]+\z')] [string] $Key,

        # Enrols even if there is already a token.
        [switch] $Force,

        # The agent's data folder, if it is not C:\ProgramData\Innkeeper.
        [string] $DataPath
    )
    $path = Get-InnkeeperPath $DataPath
    $setting = Get-InnkeeperSetting $path
    if ($null -eq $setting) { throw 'The agent is not installed here: settings.json is missing. Run Install-Innkeeper.' }
    $machine = Get-InnkeeperMachine
    $known = Get-InnkeeperInstance $path $machine.machineId
    if ($known -and [System.IO.File]::Exists($path.token) -and -not $Force) {
        $PSCmdlet.WriteVerbose('This host is already enrolled. Use -Force to enrol it again.')
        return
    }
    if (-not $PSCmdlet.ShouldProcess($setting['server'], "Enrol $($machine.name)")) { return }
    $lock = Enter-InnkeeperRun $path -WaitSeconds 60
    if ($null -eq $lock) { throw 'The agent is running. Try again in a minute.' }
    try {
        $instanceId = Get-InnkeeperInstance $path $machine.machineId -Create
        $body = ConvertTo-InnkeeperJson ([ordered]@{
                instanceId   = $instanceId
                machineId    = $machine.machineId
                name         = $machine.name
                fqdn         = $machine.fqdn
                agentVersion = Get-InnkeeperVersion
            })
        $answer = Invoke-InnkeeperRequest -Setting $setting -Path '/api/v1/enroll' -Token $Key -Body ([System.Text.UTF8Encoding]::new($false).GetBytes($body))
        $said = [ordered]@{}
        try { if ($answer.body.Length -gt 0) { $said = ConvertFrom-InnkeeperJson $answer.body } }
        catch { $PSCmdlet.WriteVerbose("The response is not JSON: $(Get-InnkeeperErrorText $_)") }
        if ($answer.status -ne 201 -or $said -isnot [System.Collections.IDictionary] -or -not $said['token']) {
            if ($said -isnot [System.Collections.IDictionary]) { $said = [ordered]@{} }
            $reason = if ($answer.status -eq 0) { $answer.error } else { Get-InnkeeperProblemText $answer.status $said }
            $message = "Not enrolled: $($reason.TrimEnd('.')). $(Get-InnkeeperAdvice $answer.status -IsEnrolment)"
            Write-InnkeeperLog $path Error $(if ($answer.status -eq 409) { 1202 } else { 1201 }) $message
            throw $message
        }
        Save-InnkeeperToken $path $said['token']
        $state = Get-InnkeeperState $path
        $state['hostId'] = $said['hostId']
        $state['failures'] = [long] 0
        $state['sendAgainAtMs'] = [long] 0
        $state['alert'] = [long] 0
        Write-InnkeeperJsonFile $path.state $state
        Write-InnkeeperLog $path Information 1001 "Enrolled with $($setting['server']) as host $($said['hostId'])." -IsEvent
        [pscustomobject]@{ server = $setting['server']; hostId = $said['hostId']; instanceId = $instanceId }
    }
    finally { $lock.Dispose() }
}
